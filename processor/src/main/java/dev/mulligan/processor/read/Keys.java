package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.model.KeyParameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads and checks the annotations of parameters: {@code @Key} and {@code @Redact}. */
final class Keys {
  private final Tools tools;
  private final Supertypes supertypes;

  Keys(Tools tools) {
    this.tools = tools;
    this.supertypes = new Supertypes(tools);
  }

  /** Reports a second key and a path that leads nowhere. */
  void check(ExecutableElement method) {
    boolean found = false;
    for (VariableElement parameter : method.getParameters()) {
      Optional<AnnotationMirror> key = PolicyFinder.direct(parameter, "Key");
      if (key.isEmpty()) {
        continue;
      }
      Place place = Place.of(parameter, key.get());
      if (found) {
        tools.report(
            Diagnostic.TWO_KEYS,
            place,
            method,
            "only one parameter can be the key; put what identifies the call into one object");
      }
      found = true;
      checkPath(method, parameter, place.at("path"), path(key.get()));
    }
  }

  /** Finds the key, on the method itself or on an interface method that it implements. */
  @Nullable KeyParameter key(ExecutableElement method, TypeElement context) {
    for (int i = 0; i < method.getParameters().size(); i++) {
      Optional<AnnotationMirror> key = find(method, context, i, "Key");
      if (key.isPresent()) {
        return new KeyParameter(i, path(key.get()));
      }
    }
    return null;
  }

  /** Finds the redacted parameters, on the method itself or on what it implements. */
  List<Integer> redacted(ExecutableElement method, TypeElement context) {
    return IntStream.range(0, method.getParameters().size())
        .filter(i -> find(method, context, i, "Redact").isPresent())
        .boxed()
        .toList();
  }

  private Optional<AnnotationMirror> find(
      ExecutableElement method, TypeElement context, int index, String annotation) {
    return PolicyFinder.direct(method.getParameters().get(index), annotation)
        .or(
            () ->
                supertypes.implementedBy(method, context).stream()
                    .map(m -> PolicyFinder.direct(m.getParameters().get(index), annotation))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static String path(AnnotationMirror key) {
    return key.getElementValues().values().stream()
        .findFirst()
        .map(value -> String.valueOf(value.getValue()).strip())
        .orElse("");
  }

  private void checkPath(
      ExecutableElement method, VariableElement parameter, Place place, String path) {
    if (path.isEmpty()) {
      return;
    }
    TypeMirror type = tools.types().erasure(parameter.asType());
    for (String property : path.split("\\.", -1)) {
      Optional<ExecutableElement> getter = getter(type, property);
      if (getter.isEmpty() || !isVisible(type, getter.get(), method)) {
        String trouble =
            getter.isEmpty()
                ? "%s has no public method %s()".formatted(nameOf(type), property)
                : "%s is neither public nor in this package".formatted(nameOf(type));
        tools.report(
            Diagnostic.BAD_KEY, place, method, "@Key(path = %s): %s".formatted(path, trouble));
        return;
      }
      type = tools.types().erasure(getter.get().getReturnType());
    }
  }

  private String nameOf(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? tools.location((TypeElement) declared.asElement())
        : type.toString();
  }

  /** A public class has bridges to the public methods of a hidden one that it extends. */
  private static boolean isVisible(
      TypeMirror type, ExecutableElement getter, ExecutableElement method) {
    return isPublic(((DeclaredType) type).asElement())
        || isPublic(Members.declaring(getter))
        || Names.packageOf(getter).equals(Names.packageOf(method));
  }

  private static boolean isPublic(Element type) {
    return type.getModifiers().contains(Modifier.PUBLIC);
  }

  private Optional<ExecutableElement> getter(TypeMirror type, String property) {
    if (property.isEmpty() || !(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(tools.elements().getAllMembers((TypeElement) declared.asElement()));
    return List.of(property, "get" + capital, "is" + capital).stream()
        .flatMap(name -> methods.stream().filter(m -> m.getSimpleName().contentEquals(name)))
        .filter(Keys::isGetter)
        .findFirst();
  }

  private static boolean isGetter(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getModifiers().contains(Modifier.PUBLIC)
        && !method.getModifiers().contains(Modifier.STATIC);
  }
}
