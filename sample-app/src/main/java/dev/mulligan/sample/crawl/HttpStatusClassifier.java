package dev.mulligan.sample.crawl;

import dev.mulligan.runtime.classify.HttpFailures;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import org.jspecify.annotations.Nullable;

/** Tells Mulligan what an HTTP status stands for and when the server wants to be asked again. */
public final class HttpStatusClassifier implements FailureClassifier {
  /** Creates the classifier. */
  public HttpStatusClassifier() {}

  @Override
  public @Nullable Classification classify(Throwable failure) {
    return failure instanceof HttpStatusException http
        ? HttpFailures.ofStatus(http.status(), http.retryAfter(), http.date())
        : null;
  }
}
