package dev.mulligan.runtime.guard;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the source says of a method's policies.
 *
 * @param engine what applies the policies
 * @param policies the values that were written, by annotation and attribute
 * @param given the name that was given to all of them from outside, or an empty text
 * @param keyIndex which parameter is the key, or -1
 * @param keyPath the property of it that is the key, or an empty text
 * @param bases sets values on the builders of policies, by annotation; for blocks of code
 * @param fallback answers for a block of code, or null
 */
record Written(
    Engine engine,
    Map<String, Map<String, String>> policies,
    String given,
    int keyIndex,
    String keyPath,
    Map<String, Consumer<?>> bases,
    @Nullable Fallback fallback) {

  boolean isCode() {
    return engine == Engine.CODE;
  }

  /** What applies the policies of a method. */
  enum Engine {
    /** The agent has woven them into the method. */
    WOVEN,
    /** A generated class stands around the method. */
    WRAPPED,
    /** The program hands its code to a guard. */
    CODE
  }
}
