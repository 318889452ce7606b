package dev.mulligan.conformance;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.net.URI;

/** Methods behind circuit breakers of many kinds. */
class BreakerSubject {
  @CircuitBreaker(name = "three", consecutiveFailures = 3, openFor = "10s", halfOpenCalls = 2)
  public String threeInARow(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(name = "single", consecutiveFailures = 1, openFor = "10s", halfOpenCalls = 1)
  public String singleProbe(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(name = "calls", window = "10 calls", minimumCalls = 10, openFor = "10s")
  public String tenCalls(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(name = "seconds", window = "20s", minimumCalls = 4, openFor = "10s")
  public String twentySeconds(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(name = "validation", consecutiveFailures = 1, onTypes = FailureType.VALIDATION)
  public String validation(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(
      name = "slow",
      slowCall = "1s",
      slowCallRate = 50,
      window = "10 calls",
      minimumCalls = 4)
  public String slow(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(
      name = "growing",
      consecutiveFailures = 1,
      openFor = "10s",
      maxOpenFor = "35s",
      halfOpenCalls = 1)
  public String growing(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(name = "keyed", consecutiveFailures = 2, openFor = "10s")
  public String byHost(@Key(path = "host") URI uri, Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 5, delay = "100ms")
  @CircuitBreaker(name = "around", consecutiveFailures = 2, openFor = "1h")
  public String retriedBehindBreaker(Script script) throws Exception {
    return script.run();
  }

  @CircuitBreaker(name = "secret", consecutiveFailures = 1, openFor = "1h")
  public String bySecret(@Key @Redact String card, Script script) throws Exception {
    return script.run();
  }

  @Retry(on = Exception.class, delay = "10s")
  @CircuitBreaker(name = "broad", on = Exception.class, consecutiveFailures = 1, openFor = "10s")
  public String namingEveryException(Script script) throws Exception {
    return script.run();
  }

  @Retry(
      maxAttempts = 3,
      on = CircuitOpenException.class,
      delay = "10s",
      backoff = Backoff.FIXED,
      jitter = Jitter.NONE)
  @CircuitBreaker(name = "patient-refusal", consecutiveFailures = 1, openFor = "10s")
  public String waitingForTheBreaker(Script script) throws Exception {
    return script.run();
  }
}
