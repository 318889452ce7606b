package dev.mulligan.conformance;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.util.concurrent.CompletableFuture;

/** Methods whose policies only observe. */
class ObserveSubject {
  @Retry(maxAttempts = 3, delay = "50ms", backoff = Backoff.FIXED, jitter = Jitter.NONE)
  public String retried(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(consecutiveFailures = 2, openFor = "1s")
  public String broken(@Key String host, Script script) throws Exception {
    return script.run();
  }

  @RateLimit(permits = 1, per = "1m")
  public String limited(Script script) throws Exception {
    return script.run();
  }

  @Bulkhead(1)
  public String alone(Script script) throws Exception {
    return script.run();
  }

  @Timeout("1s")
  public Thread timed(Script script) throws Exception {
    script.run();
    return Thread.currentThread();
  }

  @DeadLetter(queue = "observed")
  @Fallback("instead")
  public String lost(Script script) throws Exception {
    return script.run();
  }

  String instead(Script script) {
    return "instead";
  }

  @Retry(maxAttempts = 3)
  public CompletableFuture<String> later(CompletableFuture<String> result) {
    return result;
  }
}
