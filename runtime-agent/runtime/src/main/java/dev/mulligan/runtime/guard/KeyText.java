package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.secret.SecretTypes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a key says of itself, which is what it is told apart by. Thread-safe. */
final class KeyText {
  private static final ClassValue<Boolean> NONE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return !type.isArray() && hasNoText(type);
        }
      };

  /** Of all policies; texts alone, which keep no application from unloading. */
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private KeyText() {}

  /** The text of a key; of an array, that of its elements. */
  static String of(@Nullable Object key) {
    if (key == null || !key.getClass().isArray()) {
      return String.valueOf(key);
    }
    String text = Arrays.deepToString(new Object[] {key});
    return text.substring(1, text.length() - 1);
  }

  /** Tells whether an array's elements must not be shown, whatever it is declared as. */
  static boolean isSecret(@Nullable Object key) {
    return key != null
        && key.getClass().isArray()
        && (SecretTypes.isSecret(key.getClass())
            || (key instanceof Object[] elements
                && Arrays.stream(elements).anyMatch(KeyText::isSecret)));
  }

  /**
   * Says what is wrong with keys that have no text.
   *
   * @return null if it has one, or if the same was said before
   */
  static @Nullable String trouble(String policy, @Nullable Object key) {
    if (key == null || !NONE.get(key.getClass()) || !TOLD.add(policy + key.getClass().getName())) {
      return null;
    }
    return "The keys of "
        + policy
        + " cannot be told apart: "
        + key.getClass().getName()
        + " has no toString() of its own, so each object has a breaker and a limiter of its own."
        + " Name the property that is the key, such as @Key(path = \"id\"), or write a toString()";
  }

  private static boolean hasNoText(Class<?> type) {
    try {
      return type.getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError unknown) {
      return false;
    }
  }
}
