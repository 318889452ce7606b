package dev.mulligan.conformance;

import dev.mulligan.conformance.ClassifiedSubject.BusyException;
import dev.mulligan.runtime.classify.HttpFailures;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import dev.mulligan.runtime.spi.FailureContext;
import java.util.ArrayList;
import java.util.List;

/** The application's classifier: knows busy servers, and notes where it was asked about them. */
public final class OwnFailures implements FailureClassifier {
  static final List<FailureContext> ASKED = new ArrayList<>();

  @Override
  public Classification classify(Throwable failure) {
    return failure instanceof BusyException busy
        ? HttpFailures.ofStatus(503, busy.retryAfter, busy.date)
        : null;
  }

  @Override
  public Classification classify(Throwable failure, FailureContext context) {
    if (failure instanceof BusyException) {
      ASKED.add(context);
    }
    return classify(failure);
  }
}
