package dev.mulligan.agent.weave;

import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationSource;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds annotations, also those that stand on other annotations. */
final class Annotations {
  private Annotations() {}

  /** Looks at all sources themselves, and only then behind their other annotations. */
  static @Nullable AnnotationDescription find(
      List<AnnotationSource> sources, Class<? extends Annotation> wanted) {
    for (AnnotationSource source : sources) {
      AnnotationDescription direct = source.getDeclaredAnnotations().ofType(wanted);
      if (direct != null) {
        return direct;
      }
    }
    for (AnnotationSource source : sources) {
      AnnotationDescription indirect = behind(source, wanted, new HashSet<>());
      if (indirect != null) {
        return indirect;
      }
    }
    return null;
  }

  private static @Nullable AnnotationDescription behind(
      AnnotationSource source, Class<? extends Annotation> wanted, Set<String> seen) {
    for (AnnotationDescription annotation : source.getDeclaredAnnotations()) {
      TypeDescription type = annotation.getAnnotationType();
      if (type.getName().startsWith("java.") || !seen.add(type.getName())) {
        continue;
      }
      AnnotationDescription found = type.getDeclaredAnnotations().ofType(wanted);
      if (found == null) {
        found = behind(type, wanted, seen);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
