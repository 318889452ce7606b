package dev.mulligan.conformance;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Methods that lose the same calls again, or wait while the JVM ends. */
class AgainSubject {
  static boolean broken = true;
  static Supplier<Object> whenMended = () -> null;
  static Object answer;

  @Retry(maxAttempts = 2, delay = "0ms")
  @DeadLetter(queue = "again")
  public void pay(@Key String tenant, int cents) throws IOException {
    if (broken) {
      throw new IOException("no " + tenant);
    }
    answer = whenMended.get();
  }

  @DeadLetter(queue = "again")
  public void keyless(int number) throws IOException {
    throw new IOException("no " + number);
  }

  @Retry(maxAttempts = 2, delay = "1h", maxDelay = "1h", maxDuration = "2h", jitter = Jitter.NONE)
  @DeadLetter(queue = "leaving")
  public void waiting(String text) throws IOException {
    throw new IOException(text);
  }

  @Retry(maxAttempts = 2, delay = "0ms", maxDuration = "3h")
  @RateLimit(permits = 1, per = "1h", maxWait = "2h")
  @DeadLetter(queue = "leaving")
  public void waitingForItsTurn(String text) throws IOException {
    throw new IOException(text);
  }

  @Retry(maxAttempts = 2, delay = "0ms", maxDuration = "3h")
  @RateLimit(permits = 1, per = "1h", maxWait = "2h")
  @DeadLetter(queue = "leaving")
  public CompletableFuture<String> waitingForItsTurnLater(String text) {
    return CompletableFuture.failedFuture(new IOException(text));
  }

  @Retry(maxAttempts = 2, delay = "1h", maxDelay = "1h", maxDuration = "2h", jitter = Jitter.NONE)
  @DeadLetter(queue = "leaving")
  public CompletableFuture<String> waitingLater(String text) {
    return CompletableFuture.failedFuture(new IOException(text));
  }
}
