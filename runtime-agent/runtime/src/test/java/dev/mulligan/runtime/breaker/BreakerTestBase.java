package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Virtual time, and short words for what callers do. */
abstract class BreakerTestBase {
  static final Duration MILLI = Duration.ofMillis(1);

  VirtualTime time;

  @BeforeEach
  void startVirtualTime() {
    time = VirtualTime.install();
  }

  @AfterEach
  void stopVirtualTime() {
    time.close();
  }

  void advance(long millis) {
    time.advance(Duration.ofMillis(millis));
  }

  static void succeed(Breaker breaker, int times) {
    for (int i = 0; i < times; i++) {
      breaker.acquire().succeeded();
    }
  }

  static void fail(Breaker breaker, int times) {
    for (int i = 0; i < times; i++) {
      breaker.acquire().failed();
    }
  }

  static boolean refuses(Breaker breaker) {
    Permit permit = breaker.acquire();
    permit.neutral();
    return permit instanceof Refusal;
  }

  /** Opens a breaker that opens at the first failures, and lets its open time pass. */
  void openAndWait(Breaker breaker, int failures) {
    fail(breaker, failures);
    time.advance(Policies.OPEN_FOR);
  }
}
