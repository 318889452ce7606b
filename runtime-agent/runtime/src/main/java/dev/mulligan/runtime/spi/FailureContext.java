package dev.mulligan.runtime.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a failure happened.
 *
 * @param policy the policy's name, as in configuration and metrics
 * @param method the guarded method, such as {@code com.acme.Payments#pay}
 * @param key the text of the call's {@code @Key} argument; null if the method has none
 * @param attempt the attempt that failed: 1 for the first, refused attempts included
 */
public record FailureContext(String policy, String method, @Nullable String key, int attempt) {
  /**
   * Checks the values.
   *
   * @throws NullPointerException if the policy or the method is null
   * @throws IllegalArgumentException if the attempt is below 1
   */
  public FailureContext {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(method, "method");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt is " + attempt + ", but the first one is 1");
    }
  }
}
