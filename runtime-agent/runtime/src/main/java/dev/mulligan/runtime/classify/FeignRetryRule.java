package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Feign's exception for what its error decoder wants retried. Where the status alone would not be
 * retried, the decoder's word stands.
 */
final class FeignRetryRule implements LibraryRule {
  private static final Path MILLIS = Path.of("retryAfter");
  private static final Path DATE_MILLIS = Path.of("retryAfter.getTime");

  @Override
  public Opinion of(Throwable failure) {
    Classification found = FeignRule.RESPONSE.classify(failure);
    if (found == null) {
      return Opinion.unlessCause(FailureType.NETWORK);
    }
    FailureType type = found.type().isRetriable() ? found.type() : FailureType.TRANSIENT;
    return Opinion.of(new Classification(type, hint(failure, found)));
  }

  /** Headers first: with their date they are safe from skewed clocks, the decoder's time is not. */
  private static @Nullable Duration hint(Throwable failure, Classification found) {
    if (found.retryAfter() != null) {
      return found.retryAfter();
    }
    Throwable decoded = Carriers.cause(failure);
    Classification original = decoded == null ? null : FeignRule.RESPONSE.classify(decoded);
    if (original != null && original.retryAfter() != null) {
      return original.retryAfter();
    }
    return ofMillis(MILLIS.value(failure) instanceof Long ? MILLIS : DATE_MILLIS, failure);
  }

  /** Milliseconds since the epoch; older releases of Feign have a {@code Date}. */
  private static @Nullable Duration ofMillis(Path path, Throwable failure) {
    return path.value(failure) instanceof Long millis
        ? RetryAfter.bounded(Duration.between(Time.now(), Instant.ofEpochMilli(millis)))
        : null;
  }
}
