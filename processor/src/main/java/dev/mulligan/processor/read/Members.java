package dev.mulligan.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods of a type that a wrapper could override, in the order of the source. */
final class Members {
  private final Tools tools;

  Members(Tools tools) {
    this.tools = tools;
  }

  /** The type that declares a method. */
  static TypeElement declaring(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  static List<ExecutableElement> declared(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements());
  }

  /** The instance methods that a type inherits and does not override. */
  List<ExecutableElement> inherited(TypeElement type) {
    List<ExecutableElement> taken = new ArrayList<>(declared(type));
    int own = taken.size();
    for (TypeElement above : above(type)) {
      for (ExecutableElement method : declared(above)) {
        if (isInherited(method, type)) {
          add(method, taken, own, type);
        }
      }
    }
    return List.copyOf(taken.subList(own, taken.size()));
  }

  /** A method as a member of a type: with the type arguments that it has there. */
  ExecutableType in(TypeElement type, ExecutableElement method) {
    DeclaredType self = (DeclaredType) type.asType();
    // Eclipse's compiler would take the first of the inherited methods that look like this one.
    DeclaredType declaring = above(self, declaring(method)).orElse(self);
    return (ExecutableType) tools.types().asMemberOf(declaring, method);
  }

  /** A type or one above it, with the type arguments that it has there. */
  private Optional<DeclaredType> above(DeclaredType type, TypeElement wanted) {
    return type.asElement().equals(wanted)
        ? Optional.of(type)
        : tools.types().directSupertypes(type).stream()
            .filter(DeclaredType.class::isInstance)
            .map(above -> above((DeclaredType) above, wanted))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** What is above a type, up to a wrapper: what that guards is guarded already. */
  private static List<TypeElement> above(TypeElement type) {
    List<TypeElement> classes = Supertypes.classes(type);
    if (classes.stream().anyMatch(Names::isWrapper)) {
      return classes.stream().takeWhile(above -> !Names.isWrapper(above)).toList();
    }
    List<TypeElement> all = new ArrayList<>(classes);
    all.addAll(Supertypes.interfaces(type));
    return all;
  }

  private static boolean isInherited(ExecutableElement method, TypeElement type) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE) || modifiers.contains(Modifier.STATIC)) {
      return false;
    }
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || Names.packageOf(method).equals(Names.packageOf(type));
  }

  /**
   * Adds a method, unless one that overrides it is there. Of two interface methods neither of which
   * overrides the other, the one whose result says more is kept.
   */
  private void add(
      ExecutableElement method, List<ExecutableElement> taken, int own, TypeElement type) {
    for (int i = 0; i < taken.size(); i++) {
      if (sameSignature(method, taken.get(i), type)) {
        if (i >= own && saysMore(in(type, method), in(type, taken.get(i)))) {
          taken.set(i, method);
        }
        return;
      }
    }
    taken.add(method);
  }

  private boolean sameSignature(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return one.getSimpleName().equals(other.getSimpleName())
        && one.getParameters().size() == other.getParameters().size()
        && (tools.types().isSubsignature(in(type, one), in(type, other))
            || tools.types().isSubsignature(in(type, other), in(type, one)));
  }

  private boolean saysMore(ExecutableType one, ExecutableType other) {
    return !tools.types().isSameType(one.getReturnType(), other.getReturnType())
        && tools.types().isSubtype(one.getReturnType(), other.getReturnType());
  }

  /**
   * The exceptions that a method may throw as a member of a type. What an interface inherits more
   * than once may throw only what each of the declarations allows.
   */
  List<? extends TypeMirror> thrown(TypeElement type, ExecutableElement method) {
    List<ExecutableElement> all = type.getKind().isInterface() ? same(type, method) : List.of();
    if (all.size() < 2) {
      return in(type, method).getThrownTypes();
    }
    List<TypeMirror> thrown = new ArrayList<>();
    for (ExecutableElement each : all) {
      for (TypeMirror exception : in(type, each).getThrownTypes()) {
        if (all.stream().allMatch(other -> allows(in(type, other), exception))
            && thrown.stream().noneMatch(t -> tools.types().isSameType(t, exception))) {
          thrown.add(exception);
        }
      }
    }
    return thrown;
  }

  /** The declarations of an inherited method that no other one overrides. */
  private List<ExecutableElement> same(TypeElement type, ExecutableElement method) {
    if (declaring(method).equals(type)) {
      return List.of();
    }
    List<ExecutableElement> all =
        above(type).stream()
            .flatMap(above -> declared(above).stream())
            .filter(each -> isInherited(each, type) && sameSignature(each, method, type))
            .toList();
    return all.stream().filter(m -> all.stream().noneMatch(o -> overrides(o, m))).toList();
  }

  private boolean overrides(ExecutableElement one, ExecutableElement other) {
    return !one.equals(other) && tools.elements().overrides(one, other, declaring(one));
  }

  private boolean allows(ExecutableType method, TypeMirror exception) {
    return method.getThrownTypes().stream()
        .anyMatch(declared -> tools.types().isSubtype(exception, declared));
  }
}
