package dev.mulligan.conformance;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;

/** Methods behind breakers that count slow calls. */
class SlowSubject {
  @CircuitBreaker(
      name = "running",
      slowCall = "1s",
      slowCallRate = 50,
      window = "10 calls",
      minimumCalls = 4)
  public String running(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 3, delay = "0ms")
  @CircuitBreaker(
      name = "attempts",
      slowCall = "1s",
      slowCallRate = 1,
      failureRate = 100,
      window = "10 calls",
      minimumCalls = 3)
  public String attempts(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(
      name = "slow-failures",
      slowCall = "1s",
      slowCallRate = 100,
      failureRate = 50,
      window = "10 calls",
      minimumCalls = 2)
  public String slowFailures(Script script) throws Exception {
    return script.run();
  }

  @Timeout("1m")
  @Bulkhead(value = 1, maxWait = "1m")
  @CircuitBreaker(
      name = "in-line",
      slowCall = "1s",
      slowCallRate = 1,
      window = "10 calls",
      minimumCalls = 1)
  public String inLine(@Key String tenant, Script script) throws Exception {
    return script.run();
  }
}
