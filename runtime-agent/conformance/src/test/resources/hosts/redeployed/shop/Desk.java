package shop;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A method a policy. */
public class Desk {
  /** So that a heap of 256 MiB has no room for twenty of these classes. */
  static final byte[] BALLAST = new byte[12 << 20];

  private int attempts;
  private int stages;

  @Retry(maxAttempts = 3, delay = "1ms")
  public int retried() throws IOException {
    attempts++;
    if (attempts < 3) {
      throw new IOException("attempt " + attempts);
    }
    return attempts;
  }

  @CircuitBreaker(name = "desk", consecutiveFailures = 1, openFor = "1h")
  public String broken() throws IOException {
    throw new IOException("down");
  }

  @DeadLetter
  public void lost(String order) throws IOException {
    throw new IOException("lost " + order);
  }

  @Fallback("instead")
  public String replaced() throws IOException {
    throw new IOException("down");
  }

  String instead() {
    return "instead";
  }

  @Timeout("20ms")
  public void late() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Retry(maxAttempts = 3, delay = "1ms")
  public CompletableFuture<Integer> later() {
    stages++;
    return stages < 3
        ? CompletableFuture.failedFuture(new IOException("attempt " + stages))
        : CompletableFuture.completedFuture(stages);
  }
}
