package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;

/** Guarded methods that call one another. */
class NestedSubject {
  @Retry(maxAttempts = 3, delay = "0ms")
  public String inner(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 3, delay = "0ms")
  public String outer(Script script) throws Exception {
    return inner(script);
  }

  @CircuitBreaker(name = "counted", window = "100 calls", minimumCalls = 8)
  public String counted(Script script) throws Exception {
    return script.run();
  }
}
