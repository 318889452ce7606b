package dev.mulligan.testkit;

import dev.mulligan.runtime.classify.HttpFailures;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import org.jspecify.annotations.Nullable;

/** Classifies {@link HttpFault}s as the runtime classifies statuses. Thread-safe. */
public final class HttpFaultClassifier implements FailureClassifier {
  /** Creates the classifier. */
  public HttpFaultClassifier() {}

  @Override
  public @Nullable Classification classify(Throwable failure) {
    return failure instanceof HttpFault fault
        ? new Classification(
            HttpFailures.ofStatus(fault.status(), null, null).type(), fault.retryAfter())
        : null;
  }
}
