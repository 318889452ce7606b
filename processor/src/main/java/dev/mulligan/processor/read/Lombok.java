package dev.mulligan.processor.read;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Tells which types Lombok may change after our turn. Not thread-safe.
 *
 * <p>Lombok adds constructors and methods to the types that are compiled, in the first round and
 * without a word to other processors. If it comes after us, they are there in the second round, for
 * which Lombok sees to it that there is one.
 */
public final class Lombok {
  private final Sources sources;
  private final Set<String> postponed = new HashSet<>();

  /** Creates one that has postponed nothing yet. */
  public Lombok(Sources sources) {
    this.sources = sources;
  }

  /** Tells, once a type, whether it or one above it has annotations of Lombok. */
  public boolean mayChange(TypeElement type) {
    return Stream.concat(Stream.of(type), Supertypes.classes(type).stream())
            .anyMatch(above -> sources.contain(above) && isUsedIn(above))
        && postponed.add(type.getQualifiedName().toString());
  }

  private static boolean isUsedIn(TypeElement type) {
    return isOn(type) || type.getEnclosedElements().stream().anyMatch(Lombok::isOnMember);
  }

  private static boolean isOnMember(Element member) {
    return isOn(member)
        || (member instanceof ExecutableElement method
            && method.getParameters().stream().anyMatch(Lombok::isOn));
  }

  private static boolean isOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> mirror.getAnnotationType().toString().startsWith("lombok."));
  }
}
