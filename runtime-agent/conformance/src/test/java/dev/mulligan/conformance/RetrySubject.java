package dev.mulligan.conformance;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Methods under retry policies of many kinds. */
class RetrySubject {
  @Retry
  public String defaults(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 4, delay = "100ms", jitter = Jitter.NONE)
  public String fourAttempts(Script script) throws Exception {
    return script.run();
  }

  @Retry(delay = "0ms")
  @RateLimit(permits = 1, per = "20s", maxWait = "1m")
  @DeadLetter(queue = "interrupted")
  @Fallback("instead")
  public String inTurn(Script script) throws Exception {
    return script.run();
  }

  String instead(Script script) {
    return "answered with the flag set";
  }

  @Retry(delay = "0ms", maxDuration = "10s")
  @RateLimit(permits = 1, per = "12s", maxWait = "10s")
  public String tenSecondsInTurn(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 1)
  public String oneAttempt(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 5, backoff = Backoff.LINEAR, delay = "100ms", jitter = Jitter.NONE)
  public String linear(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 4, backoff = Backoff.FIXED, delay = "70ms", jitter = Jitter.NONE)
  public String fixed(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 4, backoff = Backoff.NONE)
  public String withoutDelay(Script script) throws Exception {
    return script.run();
  }

  @Retry(
      maxAttempts = 10_000,
      delay = "1ms",
      multiplier = 10,
      maxDelay = "60s",
      jitter = Jitter.NONE,
      maxDuration = "3650d")
  public String manyAttempts(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 500, delay = "1s", maxDelay = "1s", maxDuration = "1h")
  public String fullJitterAtCap(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 500, delay = "0ms", maxDelay = "1s", maxDuration = "1h")
  public String fullJitterOfZero(Script script) throws Exception {
    return script.run();
  }

  @Retry(
      maxAttempts = 500,
      delay = "100ms",
      maxDelay = "1s",
      jitter = Jitter.EQUAL,
      maxDuration = "1h")
  public String equalJitter(Script script) throws Exception {
    return script.run();
  }

  @Retry(
      maxAttempts = 500,
      delay = "100ms",
      maxDelay = "1s",
      jitter = Jitter.DECORRELATED,
      maxDuration = "1h")
  public String decorrelatedJitter(Script script) throws Exception {
    return script.run();
  }

  @Retry(
      maxAttempts = 100,
      delay = "1s",
      backoff = Backoff.FIXED,
      jitter = Jitter.NONE,
      maxDuration = "10s")
  public String tenSeconds(Script script) throws Exception {
    return script.run();
  }

  @Retry(on = StackOverflowError.class, delay = "0ms")
  public String onStackOverflow(Script script) throws Exception {
    return script.run();
  }

  @Retry(on = Exception.class, delay = "0ms")
  public String onAnyException(Script script) throws Exception {
    return script.run();
  }

  @Retry(on = IOException.class, notOn = FileNotFoundException.class, delay = "0ms")
  public String onIoButNotMissingFiles(Script script) throws Exception {
    return script.run();
  }

  @Retry(onTypes = FailureType.VALIDATION, delay = "0ms")
  public String onValidation(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 4, custom = TenMoreEachTime.class)
  public String customBackoff(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 4, custom = BrokenBackoff.class)
  public String brokenBackoff(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 3, onResult = IsEven.class, delay = "0ms")
  public int untilOdd(int[] counter) {
    return counter[0] += 2;
  }

  @Retry(on = IOException.class, onResult = IsEven.class, delay = "0ms")
  public int untilOddOrReachable(int[] counter) throws IOException {
    return counter[0] += 2;
  }

  static final class TenMoreEachTime implements CustomBackoff {
    @Override
    public Duration delay(int failedAttempts, Throwable failure, Duration previous) {
      return previous.plusMillis(10);
    }
  }

  static final class BrokenBackoff implements CustomBackoff {
    @Override
    public Duration delay(int failedAttempts, Throwable failure, Duration previous) {
      throw new IllegalStateException("broken backoff");
    }
  }

  static final class IsEven implements Predicate<Integer> {
    @Override
    public boolean test(Integer value) {
      return value % 2 == 0;
    }
  }
}
