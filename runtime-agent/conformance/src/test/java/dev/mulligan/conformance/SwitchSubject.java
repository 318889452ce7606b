package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.util.concurrent.CompletableFuture;

/** Methods that are switched off. */
class SwitchSubject {
  @Retry(name = "switched", maxAttempts = 3)
  @CircuitBreaker(name = "switched", consecutiveFailures = 3)
  @DeadLetter(queue = "switched")
  @Fallback("instead")
  public String all(Script script) throws Exception {
    return script.run();
  }

  String instead(Script script) {
    return "instead";
  }

  @Retry(
      name = "switched-waiting",
      maxAttempts = 3,
      delay = "1h",
      maxDelay = "1h",
      maxDuration = "1d")
  @DeadLetter(queue = "switched")
  @Fallback("instead")
  public String waiting(Script script) throws Exception {
    return script.run();
  }

  @Retry(
      name = "switched-later",
      maxAttempts = 3,
      delay = "1h",
      maxDelay = "1h",
      maxDuration = "1d")
  public CompletableFuture<String> later(Script script) {
    try {
      return CompletableFuture.completedFuture(script.run());
    } catch (Exception failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  @Timeout("1s")
  public Thread timed() {
    return Thread.currentThread();
  }

  @Retry(maxAttempts = 2)
  public CompletableFuture<String> asWritten(CompletableFuture<String> result) {
    return result;
  }
}
