package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.MDC;

/** Methods whose result comes later. */
class AsyncSubject {
  static boolean broken;
  final List<String> contexts = new ArrayList<>();
  final CompletableFuture<String> stage = new CompletableFuture<>();

  @Retry
  public CompletableFuture<String> later(Script script) {
    contexts.add(TestContext.get() + ", " + MDC.get("trace"));
    try {
      return CompletableFuture.completedFuture(script.run());
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Retry(maxAttempts = 2)
  public CompletionStage<String> throwsAtOnce(Script script) throws Exception {
    return CompletableFuture.completedStage(script.run());
  }

  @Retry
  @CircuitBreaker(name = "pending", consecutiveFailures = 1)
  public CompletableFuture<String> pending(Script script) throws Exception {
    script.run();
    return stage;
  }

  @Timeout("1s")
  @Retry(maxAttempts = 2)
  public CompletableFuture<String> late(Script script) throws Exception {
    script.run();
    return new CompletableFuture<>();
  }

  @Retry(maxAttempts = 2)
  @Fallback("insteadOf")
  public CompletableFuture<String> answered(Script script) {
    return later(script);
  }

  private CompletableFuture<String> insteadOf(Script script, IOException failure) {
    return CompletableFuture.completedFuture("instead");
  }

  @DeadLetter(queue = "async")
  public CompletableFuture<String> lost(String text) {
    return broken
        ? CompletableFuture.failedFuture(new IOException(text))
        : CompletableFuture.completedFuture(text);
  }
}
