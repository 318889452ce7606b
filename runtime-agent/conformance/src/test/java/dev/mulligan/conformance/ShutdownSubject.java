package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

/** Methods that fail while the process ends. */
class ShutdownSubject {
  int calls;

  @Retry
  @DeadLetter(queue = "ending")
  public void send(String text) throws IOException {
    calls++;
    throw new IOException(text);
  }

  @Retry(delay = "0ms")
  @RateLimit(permits = 1, per = "20s", maxWait = "1m")
  @DeadLetter(queue = "ending")
  public void inTurn(String text) throws IOException {
    calls++;
    throw new IOException(text);
  }

  @CircuitBreaker(name = "ending", consecutiveFailures = 1)
  public void guarded(String text) throws IOException {
    throw new IOException(text);
  }
}
