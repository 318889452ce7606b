package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.FailureContext;
import java.time.Duration;

/** What the classifier makes of an exception. */
record Judged(FailureType type, Duration retryAfter) {
  private static final Classifier CLASSIFIER = new Classifier(Judged.class.getClassLoader());

  static Judged of(Throwable thrown) {
    Failure failure =
        CLASSIFIER.classify(thrown, () -> new FailureContext("pay", "Payments#pay", null, 1));
    return new Judged(failure.type(), failure.retryAfter());
  }

  static Judged as(FailureType type) {
    return new Judged(type, null);
  }

  static Judged as(FailureType type, long seconds) {
    return new Judged(type, Duration.ofSeconds(seconds));
  }
}
