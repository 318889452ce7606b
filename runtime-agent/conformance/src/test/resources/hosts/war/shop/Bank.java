package shop;

import dev.mulligan.annotations.CircuitBreaker;
import java.io.IOException;

/** Is up or down, as it is told. */
public class Bank {
  @CircuitBreaker(name = "bank", consecutiveFailures = 2, openFor = "1h")
  public String ask(boolean up) throws IOException {
    if (!up) {
      throw new IOException("down");
    }
    return "up";
  }
}
