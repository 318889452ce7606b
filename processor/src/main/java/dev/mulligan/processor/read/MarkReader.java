package dev.mulligan.processor.read;

import dev.mulligan.annotations.Retry;
import dev.mulligan.processor.model.Mark;
import dev.mulligan.processor.model.Type;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Reads the annotations that a wrapper repeats. */
final class MarkReader {
  /** What means something to the compiler, to Mulligan or to Lombok alone. */
  private static final List<String> NEVER_REPEATED =
      List.of("java.lang", Retry.class.getPackageName(), "lombok");

  private final MarkValues values;

  /**
   * Creates a reader.
   *
   * @param from the package that the wrapper is in
   */
  MarkReader(PackageElement from) {
    this.values = new MarkValues(from);
  }

  /** An annotation without attributes; empty if a type cannot see it. */
  static Optional<Mark> plain(String name, TypeElement from, Tools tools) {
    return tools.visible(name, from).map(new TypeReader()::raw).map(Mark::of);
  }

  /** The annotations of a declaration. */
  List<Mark> on(Element element) {
    return read(element.getAnnotationMirrors());
  }

  /** Some annotations of a declaration. */
  List<Mark> on(Element element, Predicate<AnnotationMirror> wanted) {
    return read(element.getAnnotationMirrors().stream().filter(wanted).toList());
  }

  /** The annotations of a parameter's type that are not also those of the parameter. */
  List<Mark> onTypeOf(VariableElement parameter) {
    Set<Type> own = on(parameter).stream().map(Mark::type).collect(Collectors.toSet());
    return read(parameter.asType().getAnnotationMirrors()).stream()
        .filter(mark -> !own.contains(mark.type()))
        .toList();
  }

  private List<Mark> read(List<? extends AnnotationMirror> mirrors) {
    return mirrors.stream()
        .filter(MarkReader::isRepeated)
        .map(values::mark)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isRepeated(AnnotationMirror mirror) {
    if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
      return false;
    }
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    String name = type.getQualifiedName().toString();
    Retention retention = type.getAnnotation(Retention.class);
    return (retention == null || retention.value() != RetentionPolicy.SOURCE)
        && NEVER_REPEATED.stream().noneMatch(above -> name.startsWith(above + "."));
  }
}
