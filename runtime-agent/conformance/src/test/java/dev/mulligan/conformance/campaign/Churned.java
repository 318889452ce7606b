package dev.mulligan.conformance.campaign;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;

/** Defined anew by each throw-away loader; every kind of guard hangs on it. */
public class Churned implements IntUnaryOperator {
  private int attempts;

  /** Calls one method, and every tenth time all of them, of which every second fails for good. */
  @Override
  public int applyAsInt(int number) {
    boolean hopeless = number % 20 == 0;
    String result = kept(number, hopeless);
    if (number % 10 == 0) {
      result += keyed("key-" + number, hopeless) + timed(hopeless) + later(hopeless).join();
    }
    return result.length();
  }

  @Fallback("instead")
  @DeadLetter(queue = "churn")
  @Retry(name = "churn", maxAttempts = 2, backoff = Backoff.NONE)
  @CircuitBreaker(name = "churn")
  String kept(int number, boolean hopeless) {
    return failAtFirst(hopeless);
  }

  String instead(int number, boolean hopeless) {
    return "instead";
  }

  @Fallback("instead")
  @Retry(maxAttempts = 2, backoff = Backoff.NONE)
  @CircuitBreaker
  String keyed(@Key String key, boolean hopeless) {
    return failAtFirst(hopeless);
  }

  String instead(String key, boolean hopeless) {
    return "instead";
  }

  @Fallback("instead")
  @Retry(maxAttempts = 2, backoff = Backoff.NONE)
  @Timeout("10s")
  String timed(boolean hopeless) {
    return failAtFirst(hopeless);
  }

  String instead(boolean hopeless) {
    return "instead";
  }

  @Retry(maxAttempts = 2, backoff = Backoff.NONE)
  CompletableFuture<String> later(boolean hopeless) {
    return CompletableFuture.completedFuture("later");
  }

  private String failAtFirst(boolean hopeless) {
    if (hopeless || ++attempts % 2 == 1) {
      throw new ChurnedException();
    }
    return "done";
  }
}
