package shop;

import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

/** What fails. */
public class Till {
  int attempts;

  @Idempotent
  @Retry(delay = "0ms")
  public void pay(long cents) throws IOException {
    attempts++;
    throw new IOException("no change");
  }
}
