package shop;

import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Fails twice each time, in several kinds of methods. */
public final class Clerk {
  static int staticAttempts;

  int attempts;
  int lockedAttempts;

  @WithSpan("clerk pays")
  @Retry(name = "pay", maxAttempts = 3, delay = "1ms")
  public String pay(String what) throws IOException {
    attempts++;
    return third(attempts, what);
  }

  @Retry(name = "locked", maxAttempts = 3, delay = "1ms")
  public synchronized String locked(String what) throws IOException {
    lockedAttempts++;
    return third(lockedAttempts, what);
  }

  @Retry(name = "ofAll", maxAttempts = 3, delay = "1ms")
  public static String ofAll(String what) throws IOException {
    staticAttempts++;
    return third(staticAttempts, what);
  }

  @Timeout("10s")
  public String prompt() {
    return "in time";
  }

  @Timeout("50ms")
  public String late() throws InterruptedException {
    new CountDownLatch(1).await();
    return "in time";
  }

  private static String third(int attempts, String what) throws IOException {
    if (attempts % 3 != 0) {
      throw new IOException("attempt " + attempts);
    }
    return what;
  }
}
