package shop;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

/** What fails. */
public class Till {
  int attempts;

  @Idempotent
  @Retry(delay = "0ms")
  @CircuitBreaker
  @DeadLetter
  public void pay(long cents) throws IOException {
    attempts++;
    throw new IOException("no change");
  }
}
