package shop;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

/** Fails twice, then answers. */
public class Till {
  public int attempts;

  @Retry(name = "till", maxAttempts = 3, delay = "1ms")
  @CircuitBreaker(name = "till")
  public String pay() throws IOException {
    attempts++;
    if (attempts < 3) {
      throw new IOException("attempt " + attempts);
    }
    return "paid";
  }
}
