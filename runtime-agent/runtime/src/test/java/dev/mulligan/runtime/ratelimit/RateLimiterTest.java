package dev.mulligan.runtime.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private VirtualTime time;

  @BeforeEach
  void stopTheClock() {
    time = VirtualTime.install();
  }

  @AfterEach
  void restartTheClock() {
    time.close();
  }

  // 255, 256, 257: around the size of the first ring; 5,000 and 70,000 need larger ones.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 127, 128, 255, 256, 257, 5_000, 70_000})
  void letsExactlyItsPermitsThroughAtOneInstant(int permits) {
    RateLimiter limiter = limiter(permits, SECOND, Duration.ZERO);
    for (int round = 0; round < 3; round++) {
      assertThat(passes(limiter, permits + 10)).isEqualTo(permits);
      time.advance(SECOND.minusNanos(1));
      assertThat(limiter.tryAcquire()).isFalse();
      time.advance(Duration.ofNanos(1));
    }
  }

  @Test
  void twiceTheLimitDoesNotFitAroundABoundary() {
    RateLimiter limiter = limiter(10, SECOND, Duration.ZERO);
    time.advance(Duration.ofMillis(900));
    assertThat(passes(limiter, 10)).isEqualTo(10);
    time.advance(Duration.ofMillis(200));

    // 1.1 s: a window that jumps at 1 s would let ten more through.
    assertThat(passes(limiter, 10)).isZero();
  }

  @Test
  void tellsWhenToComeBack() {
    RateLimiter limiter = limiter(1, SECOND, Duration.ZERO);
    assertThat(limiter.retryAfter()).isZero();
    limiter.tryAcquire();
    time.advance(Duration.ofMillis(300));

    assertThat(limiter.retryAfter()).isEqualTo(Duration.ofMillis(700));
    assertThat(limiter.refusal())
        .isInstanceOfSatisfying(
            RateLimitExceededException.class,
            refusal -> {
              assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(700));
              assertThat(refusal.policy()).isEqualTo("search");
              assertThat(refusal.key()).isEqualTo("tenant");
            });
  }

  @Test
  void turnsAreReservedInOrderWithinMaxWait() {
    RateLimiter limiter = limiter(1, SECOND, Duration.ofSeconds(2));

    // Turns at 0 s, 1 s and 2 s; the next would be at 3 s.
    assertThat(limiter.reserve()).isZero();
    assertThat(limiter.reserve()).isEqualTo(1_000_000_000L);
    assertThat(limiter.reserve()).isEqualTo(2_000_000_000L);
    assertThat(limiter.reserve()).isNegative();
    time.advance(Duration.ofMillis(1500));
    assertThat(limiter.tryAcquire()).isFalse();
    assertThat(limiter.reserve()).isEqualTo(1_500_000_000L);
  }

  @Test
  void aNewPolicyKeepsTheNewestCalls() {
    RateLimiter limiter = limiter(3, SECOND, Duration.ZERO);
    assertThat(passes(limiter, 3)).isEqualTo(3);

    limiter.reconfigure(policy(5, SECOND, Duration.ZERO));
    assertThat(passes(limiter, 9)).isEqualTo(2);
    limiter.reconfigure(policy(1, SECOND, Duration.ZERO));
    assertThat(limiter.tryAcquire()).isFalse();
    time.advance(SECOND);
    assertThat(passes(limiter, 9)).isEqualTo(1);
    limiter.reconfigure(policy(1, SECOND.multipliedBy(3), Duration.ZERO));
    time.advance(SECOND.multipliedBy(2));
    assertThat(limiter.tryAcquire()).isFalse();
    time.advance(SECOND);
    assertThat(limiter.tryAcquire()).isTrue();
    assertThat(limiter.policy().per()).isEqualTo(SECOND.multipliedBy(3));
  }

  @Test
  void aNewPolicyKeepsMoreCallsThanTheFirstRingHolds() {
    RateLimiter limiter = limiter(1_000, SECOND, Duration.ZERO);
    assertThat(passes(limiter, 900)).isEqualTo(900);
    limiter.reconfigure(policy(2_000, SECOND, Duration.ZERO));

    assertThat(passes(limiter, 3_000)).isEqualTo(1_100);
  }

  @Test
  void isIdleAfterAWholeStretchWithoutCalls() {
    RateLimiter limiter = limiter(5, SECOND, Duration.ZERO);
    assertThat(limiter.isIdle()).isTrue();
    limiter.tryAcquire();
    time.advance(SECOND.minusNanos(1));
    assertThat(limiter.isIdle()).isFalse();
    time.advance(Duration.ofNanos(1));
    assertThat(limiter.isIdle()).isTrue();
  }

  @Test
  void survivesAClockThatJumpsBack() {
    time.advance(Duration.ofHours(1));
    RateLimiter limiter = limiter(2, SECOND, Duration.ZERO);
    assertThat(passes(limiter, 3)).isEqualTo(2);
    time.close();
    time = VirtualTime.install();

    assertThat(passes(limiter, 3)).isEqualTo(2);
  }

  @Test
  void takesTheLongestStretchThereIs() {
    Duration ever = Duration.ofNanos(Long.MAX_VALUE);
    RateLimiter limiter = limiter(1, ever, ever);

    assertThat(limiter.reserve()).isZero();
    assertThat(limiter.reserve()).isEqualTo(1L << 60);
    assertThat(limiter.reserve()).isNegative();
    assertThat(limiter.tryAcquire()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 255, 3_000})
  void manyThreadsGetExactlyThePermitsAtOneInstant(int permits) throws InterruptedException {
    RateLimiter limiter = limiter(permits, SECOND, Duration.ZERO);
    for (int round = 0; round < 20; round++) {
      assertThat(passesOfManyThreads(limiter, permits, () -> {})).isEqualTo(permits);
      time.advance(SECOND);
    }
  }

  @Test
  void nothingIsForgottenWhileThePolicyIsReplaced() throws InterruptedException {
    RateLimiter limiter = limiter(200, SECOND, Duration.ZERO);
    for (int round = 0; round < 200; round++) {
      int passed =
          passesOfManyThreads(
              limiter,
              200,
              () -> {
                for (int i = 0; i < 20; i++) {
                  limiter.reconfigure(policy(200, SECOND, Duration.ZERO));
                }
              });
      assertThat(passed).isEqualTo(200);
      time.advance(SECOND);
    }
  }

  private static int passesOfManyThreads(RateLimiter limiter, int calls, Runnable meanwhile)
      throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger passed = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  return;
                }
                passed.addAndGet(passes(limiter, calls));
              });
      thread.start();
      threads.add(thread);
    }
    go.countDown();
    meanwhile.run();
    for (Thread thread : threads) {
      thread.join();
    }
    return passed.get();
  }

  private static int passes(RateLimiter limiter, int calls) {
    int passed = 0;
    for (int i = 0; i < calls; i++) {
      passed += limiter.tryAcquire() ? 1 : 0;
    }
    return passed;
  }

  private static RateLimiter limiter(int permits, Duration per, Duration maxWait) {
    return new RateLimiter("search", "tenant", policy(permits, per, maxWait));
  }

  private static RateLimitPolicy policy(int permits, Duration per, Duration maxWait) {
    return new RateLimitPolicy(permits, per, maxWait);
  }
}
