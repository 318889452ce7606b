package dev.mulligan.processor.lint;

import dev.mulligan.annotations.Redact;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Warns of arguments, and of what they hold, that look like secrets and would be in a letter. */
final class SecretRule implements Rule {
  private static final Set<String> WORDS =
      Set.of(
          "authorization",
          "credential",
          "credentials",
          "cvc",
          "cvv",
          "passphrase",
          "passwd",
          "password",
          "pin",
          "pwd",
          "secret",
          "ssn",
          "token");

  private static final Set<List<String>> PAIRS =
      Set.of(
          List.of("access", "key"),
          List.of("api", "key"),
          List.of("card", "number"),
          List.of("private", "key"),
          List.of("secret", "key"),
          List.of("signing", "key"));

  private static final Set<String> TYPES =
      Set.of(
          "java.net.PasswordAuthentication",
          "java.security.KeyPair",
          "java.security.PrivateKey",
          "javax.crypto.SecretKey");

  private final Tools tools;
  private final TypesByName types;

  SecretRule(Tools tools, TypesByName types) {
    this.tools = tools;
    this.types = types;
  }

  @Override
  public void check(Guarded call) {
    if (call.values().deadLetter() == null) {
      return;
    }
    for (VariableElement parameter : call.method().getParameters()) {
      secret(parameter)
          .ifPresent(
              secret ->
                  tools.report(
                      Diagnostic.UNREDACTED_SECRET,
                      Place.of(parameter),
                      call.method(),
                      "%s looks like a secret, and would be in the dead letter; say @Redact there"
                          .formatted(secret)));
    }
  }

  /** The parameter itself, or a field of its type. */
  private Optional<String> secret(VariableElement parameter) {
    if (isRedacted(parameter)) {
      return Optional.empty();
    }
    if (isSecret(parameter)) {
      return Optional.of(parameter.getSimpleName().toString());
    }
    return fields(parameter.asType()).stream()
        .filter(field -> !isRedacted(field) && isSecret(field))
        .map(field -> parameter.getSimpleName() + "." + field.getSimpleName())
        .findFirst();
  }

  private boolean isSecret(VariableElement variable) {
    TypeMirror type = variable.asType();
    return types.find(type, TYPES).isPresent()
        || (type.getKind() != TypeKind.BOOLEAN && isSecret(Words.of(variable.getSimpleName())));
  }

  /** The last words decide: a token is a secret, a token's age is none. */
  private static boolean isSecret(List<String> words) {
    int size = words.size();
    return size > 0
        && (WORDS.contains(words.get(size - 1))
            || (size > 1 && PAIRS.contains(words.subList(size - 2, size))));
  }

  private static boolean isRedacted(VariableElement variable) {
    return has(variable)
        || (variable.asType() instanceof DeclaredType declared && has(declared.asElement()));
  }

  private static boolean has(Element element) {
    return element.getAnnotation(Redact.class) != null;
  }

  private static List<VariableElement> fields(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || declared.asElement().getKind() == ElementKind.ENUM
        || isOfJdk((TypeElement) declared.asElement())) {
      return List.of();
    }
    return ElementFilter.fieldsIn(declared.asElement().getEnclosedElements()).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
        .toList();
  }

  private static boolean isOfJdk(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("javax.");
  }
}
