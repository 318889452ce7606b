package dev.mulligan.conformance;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Methods with every policy, in each of the shapes that a guard has. */
class SafetySubject {
  @Retry(maxAttempts = 3, delay = "1ms", budget = "100%")
  @CircuitBreaker(failureRate = 100, minimumCalls = 1_000_000)
  @RateLimit(permits = 1_000_000)
  @Bulkhead(1)
  @DeadLetter(queue = "safety")
  public String inline(@Key String key, Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 3, delay = "1ms", onResult = Unwanted.class)
  @Bulkhead(1)
  @DeadLetter(queue = "safety", snapshot = true)
  public String checked(@Key String key, Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 3, delay = "1ms")
  @Bulkhead(1)
  @Fallback("instead")
  public String answered(String key, Script script) throws Exception {
    return script.run();
  }

  String instead(String key, Script script) {
    return "instead";
  }

  @Retry(maxAttempts = 3, delay = "1ms")
  @Timeout("1m")
  @Bulkhead(1)
  @DeadLetter(queue = "safety")
  public String timed(@Key String key, Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 3, delay = "1ms")
  @CircuitBreaker(failureRate = 100, minimumCalls = 1_000_000)
  @Timeout("1m")
  @Bulkhead(1)
  @DeadLetter(queue = "safety")
  public CompletableFuture<String> later(@Key String key, Script script) throws Exception {
    return CompletableFuture.completedFuture(script.run());
  }

  @CircuitBreaker(name = "safety-probe", consecutiveFailures = 1, openFor = "1s", halfOpenCalls = 1)
  public String probed(String key, Script script) throws Exception {
    return script.run();
  }

  /** Wants everything. */
  static final class Unwanted implements Predicate<Object> {
    @Override
    public boolean test(Object result) {
      return false;
    }
  }
}
