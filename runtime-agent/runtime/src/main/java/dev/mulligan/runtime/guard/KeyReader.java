package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import dev.mulligan.runtime.secret.SecretNames;
import dev.mulligan.runtime.secret.SecretTexts;
import dev.mulligan.runtime.secret.SecretTypes;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of a call from its {@code @Key} argument.
 *
 * @param index which argument
 * @param steps the properties to follow, each taking and giving an object
 * @param secret whether the value must not be shown
 * @param policy whose key it is
 * @param log where it is said that keys have no text
 */
record KeyReader(int index, List<MethodHandle> steps, boolean secret, String policy, AppLog log) {
  private static final int SALT = new SecureRandom().nextInt();

  static KeyReader of(String policy, GuardedMethod method, int index, String path) {
    List<MethodHandle> steps = new ArrayList<>();
    Class<?> type = Objects.requireNonNullElse(method.parameterType(index), Object.class);
    boolean secret =
        method.isRedacted(index)
            || SecretTypes.isSecret(type)
            || isSecretName(method.parameterName(index));
    for (String property : path.isBlank() ? new String[0] : path.strip().split("\\.")) {
      Method getter = getter(type, property);
      if (getter == null) {
        Problem problem =
            new Problem(
                "Key", "path", path, type.getName() + " has no public method " + property + "()");
        throw new PolicyException(method.location(), List.of(problem));
      }
      steps.add(handle(method, getter, path));
      type = getter.getReturnType();
      secret |= isSecretName(property) || SecretTypes.isSecret(type) || isRedacted(getter);
    }
    return new KeyReader(index, List.copyOf(steps), secret, policy, method.log());
  }

  private static boolean isSecretName(String name) {
    return SecretNames.kind(name).hides(false, true);
  }

  /** Also where the annotation stands on the field. */
  private static boolean isRedacted(Method getter) {
    try {
      String name = getter.getName();
      return SecretTypes.isRedacted(getter)
          || Stream.of(getter.getDeclaringClass().getDeclaredFields())
              .filter(field -> name.equals(field.getName()) || isGetter(name, field.getName()))
              .anyMatch(SecretTypes::isRedacted);
    } catch (LinkageError unknown) {
      return false;
    }
  }

  private static boolean isGetter(String method, String field) {
    return method.equalsIgnoreCase("get" + field) || method.equalsIgnoreCase("is" + field);
  }

  private static @Nullable Method getter(Class<?> type, String property) {
    String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    for (String name : List.of(property, "get" + capital, "is" + capital)) {
      try {
        return type.getMethod(name);
      } catch (NoSuchMethodException next) {
        // The next spelling.
      }
    }
    return null;
  }

  private static MethodHandle handle(GuardedMethod method, Method getter, String path) {
    try {
      return method
          .lookup()
          .unreflect(getter)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      Problem problem = new Problem("Key", "path", path, getter + " is not accessible");
      throw new PolicyException(method.location(), List.of(problem));
    }
  }

  /** Follows the path; a null on the way, or a getter that throws, gives a null key. */
  @Nullable Object read(@Nullable Object argument) {
    Object value = argument;
    try {
      for (int i = 0; i < steps.size() && value != null; i++) {
        value = (Object) steps.get(i).invokeExact(value);
      }
      return value;
    } catch (Throwable broken) {
      return null;
    }
  }

  /**
   * How the key is shown. One that is a secret, or looks like one, is a number that means nothing
   * in another process.
   */
  String text(@Nullable Object key) {
    String text;
    boolean hidden = secret;
    try {
      text = KeyText.of(key);
      hidden |= KeyText.isSecret(key);
    } catch (RuntimeException | StackOverflowError broken) {
      return "?";
    }
    String trouble = KeyText.trouble(policy, key);
    if (trouble != null) {
      log.log(Level.WARNING, trouble);
    }
    return hidden || SecretTexts.isSecret(text)
        ? "#" + Integer.toHexString(SALT ^ (text + SALT).hashCode())
        : text;
  }
}
