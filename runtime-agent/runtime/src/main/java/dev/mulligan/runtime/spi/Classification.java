package dev.mulligan.runtime.spi;

import dev.mulligan.annotations.FailureType;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FailureClassifier} says of an exception.
 *
 * @param type the type of failure
 * @param retryAfter how long the other side asked to wait, or null; a minimum, never shortened
 */
public record Classification(FailureType type, @Nullable Duration retryAfter) {
  /**
   * Checks the type.
   *
   * @throws NullPointerException if the type is null
   */
  public Classification {
    Objects.requireNonNull(type, "type");
  }

  /**
   * Classifies without a hint.
   *
   * @param type the type of failure
   * @return the classification
   */
  public static Classification of(FailureType type) {
    return new Classification(type, null);
  }
}
