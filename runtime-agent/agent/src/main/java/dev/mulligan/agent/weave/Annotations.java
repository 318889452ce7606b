package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.AnnotationInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds annotations, also those that stand on other annotations. */
final class Annotations {
  private static final String PACKAGE = "dev/mulligan/annotations/";

  private final Types types;

  Annotations(Types types) {
    this.types = types;
  }

  /**
   * Looks at all sources themselves, and only then behind their other annotations.
   *
   * @param wanted the simple name of an annotation of this product
   */
  @Nullable AnnotationInfo find(List<List<AnnotationInfo>> sources, String wanted) {
    for (List<AnnotationInfo> source : sources) {
      AnnotationInfo direct = direct(source, wanted);
      if (direct != null) {
        return direct;
      }
    }
    for (List<AnnotationInfo> source : sources) {
      AnnotationInfo indirect = behind(source, PACKAGE + wanted, new HashSet<>());
      if (indirect != null) {
        return indirect;
      }
    }
    return null;
  }

  /** Looks at one source itself. */
  static @Nullable AnnotationInfo direct(List<AnnotationInfo> source, String wanted) {
    for (AnnotationInfo annotation : source) {
      if (annotation.type().equals(PACKAGE + wanted)) {
        return annotation;
      }
    }
    return null;
  }

  /** Gives an annotation's values, those that are not the defaults. */
  Map<String, String> valuesOf(AnnotationInfo annotation) {
    TypeInfo type = types.find(annotation.type());
    Map<String, String> values = new LinkedHashMap<>(annotation.values());
    if (type != null) {
      values.entrySet().removeAll(type.defaults().entrySet());
    }
    return values;
  }

  private @Nullable AnnotationInfo behind(
      List<AnnotationInfo> source, String wanted, Set<String> seen) {
    for (AnnotationInfo annotation : source) {
      String type = annotation.type();
      if (type.startsWith("java/") || type.startsWith(PACKAGE) || !seen.add(type)) {
        continue;
      }
      TypeInfo found = types.find(type);
      if (found != null) {
        AnnotationInfo above = direct(found.annotations(), wanted.substring(PACKAGE.length()));
        above = above == null ? behind(found.annotations(), wanted, seen) : above;
        if (above != null) {
          return above;
        }
      }
    }
    return null;
  }
}
