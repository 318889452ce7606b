package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;

/**
 * Feign's exceptions: by status where a response came that is a failure, else by cause.
 *
 * @param unknown the opinion where there is neither
 */
record FeignRule(Opinion unknown) implements LibraryRule {
  /** The headers are a map. */
  static final HttpRule RESPONSE = HttpRule.of("status", "responseHeaders.get");

  static FeignRule otherwise(FailureType type) {
    return new FeignRule(Opinion.unlessCause(type));
  }

  @Override
  public Opinion of(Throwable failure) {
    Classification found = RESPONSE.classify(failure);
    return found == null ? unknown : Opinion.of(found);
  }
}
