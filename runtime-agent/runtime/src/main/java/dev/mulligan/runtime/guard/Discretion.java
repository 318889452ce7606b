package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.method.Parameter;
import dev.mulligan.runtime.secret.SecretNames;
import dev.mulligan.runtime.secret.SecretNames.Kind;
import dev.mulligan.runtime.secret.SecretTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which arguments of one method are secrets, so that no line about a call shows them. Looks
 * at the parameters when the first call has failed. Thread-safe.
 */
final class Discretion {
  private final GuardedMethod method;
  private volatile int @Nullable [] secret;

  Discretion(GuardedMethod method) {
    this.method = method;
  }

  /** The secrets among the arguments of a call as text, longest first. */
  List<String> texts(Object[] arguments) {
    List<String> texts = new ArrayList<>();
    for (int i : secretParameters()) {
      if (i < arguments.length && arguments[i] != null) {
        texts.add(text(arguments[i]));
      }
    }
    texts.sort(Comparator.comparingInt(String::length).reversed());
    return texts;
  }

  private int[] secretParameters() {
    int[] known = secret;
    if (known == null) {
      List<Parameter> parameters = method.parameters();
      known =
          IntStream.range(0, parameters.size())
              .filter(i -> isSecret(parameters.get(i), method.parameterType(i)))
              .toArray();
      secret = known;
    }
    return known;
  }

  private static boolean isSecret(Parameter parameter, @Nullable Class<?> type) {
    Kind kind = SecretNames.kind(parameter.name());
    // What is of a class that is not there is null.
    return parameter.redacted()
        || (type != null
            && (SecretTypes.isSecret(type)
                || kind.hides(type.isPrimitive(), type == String.class)));
  }

  private static String text(Object value) {
    try {
      return value instanceof char[] characters
          ? String.valueOf(characters)
          : String.valueOf(value);
    } catch (Exception | StackOverflowError | LinkageError | AssertionError broken) {
      return "";
    }
  }
}
