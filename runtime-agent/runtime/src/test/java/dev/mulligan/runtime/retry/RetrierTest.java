package dev.mulligan.runtime.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.policy.RetryPolicyBuilder;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrierTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private VirtualTime time;

  @BeforeEach
  void stopTheClock() {
    time = VirtualTime.install();
  }

  @AfterEach
  void restartTheClock() {
    time.close();
  }

  @Test
  void stopsAfterTheLastAttempt() {
    Retrier retrier = retrier(policy().maxAttempts(3));

    assertThat(delay(retrier, network(null), 2)).isEqualTo(ms(200));
    assertThat(delay(retrier, network(null), 3)).isEqualTo(Retrier.STOP);
  }

  @ParameterizedTest
  @EnumSource
  void attemptsAgainWhatIsRetriable(FailureType type) {
    IOException failure = new IOException();
    long delay = delay(retrier(policy()), new Failure(failure, failure, type, null), 1);

    assertThat(delay != Retrier.STOP).isEqualTo(type.isRetriable());
  }

  @Test
  void refusalsAreNotWorthAnotherAttemptButTimeoutsAre() {
    Retrier retrier = retrier(policy());

    assertThat(delay(retrier, transientFailure(new BulkheadFullException("stock", 1)), 1))
        .isEqualTo(Retrier.STOP);
    assertThat(
            delay(retrier, transientFailure(new CallTimeoutException("stock", Duration.ZERO)), 1))
        .isEqualTo(ms(100));
  }

  @Test
  void refusalsAreRetriedWhereThePolicyNamesThem() {
    Retrier retrier = retrier(policy().on(BulkheadFullException.class));

    assertThat(delay(retrier, transientFailure(new BulkheadFullException("stock", 1)), 1))
        .isEqualTo(ms(100));
  }

  @ParameterizedTest
  @ValueSource(classes = {Throwable.class, Exception.class, RuntimeException.class})
  void broadNamesDoNotMeanRefusalsAndInterrupts(Class<? extends Throwable> broad) {
    Retrier retrier = retrier(policy().on(broad));

    for (Exception failure :
        List.of(new BulkheadFullException("stock", 1), new InterruptedException())) {
      assertThat(delay(retrier, transientFailure(failure), 1)).isEqualTo(Retrier.STOP);
      assertThat(retrier.names(failure)).isFalse();
    }
    Failure timeout = transientFailure(new CallTimeoutException("stock", Duration.ZERO));
    assertThat(delay(retrier, timeout, 1)).isEqualTo(ms(100));
  }

  @Test
  void aCarrierDoesNotHideThemFromBroadNames() {
    Throwable carrier = new ExecutionException(new InterruptedException());
    Failure carried = new Failure(carrier, carrier.getCause(), FailureType.PERMANENT, null);

    assertThat(delay(retrier(policy().on(Exception.class)), carried, 1)).isEqualTo(Retrier.STOP);
  }

  @Test
  void typesDoNotMeanThemEither() {
    Retrier retrier = retrier(policy().onTypes(FailureType.TRANSIENT, FailureType.SYSTEM));
    BulkheadFullException refusal = new BulkheadFullException("stock", 1);

    assertThat(delay(retrier, transientFailure(refusal), 1)).isEqualTo(Retrier.STOP);
    assertThat(retrier.names(refusal)).isFalse();
  }

  @Test
  void theyAreRetriedByTheirOwnName() {
    Failure refusal = transientFailure(new BulkheadFullException("stock", 1));
    Failure interrupt = transientFailure(new InterruptedException());

    assertThat(delay(retrier(policy().on(RejectedCallException.class)), refusal, 1))
        .isEqualTo(ms(100));
    assertThat(delay(retrier(policy().on(InterruptedException.class)), interrupt, 1))
        .isEqualTo(ms(100));
  }

  @Test
  void errorsAreRetriedOnlyWhereThePolicyNamesThem() {
    Failure error = transientFailure(new StackOverflowError());

    assertThat(delay(retrier(policy()), error, 1)).isEqualTo(Retrier.STOP);
    assertThat(delay(retrier(policy().on(StackOverflowError.class)), error, 1)).isEqualTo(ms(100));
    assertThat(retrier(policy()).names(error.thrown())).isFalse();
    assertThat(retrier(policy().on(StackOverflowError.class)).names(error.thrown())).isTrue();
  }

  @Test
  void doesNotBeginADelayThatReachesTheDeadline() {
    Retrier retrier = retrier(policy());

    // 100 ms of delay: 101 ms are enough, 100 ms leave no time for the attempt.
    assertThat(retrier.delay(network(null), 1, ms(899), ms(1000), 0)).isEqualTo(ms(100));
    assertThat(retrier.delay(network(null), 1, ms(900), ms(1000), 0)).isEqualTo(Retrier.STOP);
    assertThat(retrier.delay(network(null), 1, ms(2000), ms(1000), 0)).isEqualTo(Retrier.STOP);
    assertThat(retrier.delay(network(null), 1, Long.MAX_VALUE, 1, 0)).isEqualTo(Retrier.STOP);
  }

  @Test
  void aHintIsAMinimumAndNeverShortened() {
    Retrier retrier = retrier(policy().maxDelay(Duration.ofSeconds(1)));

    assertThat(delay(retrier, network(Duration.ofMillis(50)), 1)).isEqualTo(ms(100));
    assertThat(delay(retrier, network(Duration.ofSeconds(5)), 1)).isEqualTo(ms(5000));
    assertThat(delay(retrier, network(Duration.ofMinutes(1)), 1)).isEqualTo(Retrier.STOP);
    assertThat(delay(retrier, network(Duration.ofSeconds(-5)), 1)).isEqualTo(ms(100));
    assertThat(delay(retrier, network(Duration.ofSeconds(Long.MAX_VALUE)), 1))
        .isEqualTo(Retrier.STOP);
    assertThat(delay(retrier, network(Duration.ofSeconds(Long.MIN_VALUE)), 1)).isEqualTo(ms(100));
    Retrier deaf = retrier(policy().respectRetryAfter(false));
    assertThat(delay(deaf, network(Duration.ofSeconds(5)), 1)).isEqualTo(ms(100));
  }

  @Test
  void jitterIsAddedAboveAHint() {
    Retrier retrier = retrier(policy().jitter(Jitter.FULL));
    for (int i = 0; i < 100; i++) {
      assertThat(delay(retrier, network(Duration.ofSeconds(5)), 1)).isBetween(ms(5000), ms(5500));
    }
  }

  @Test
  void throttlingWithoutAHintBacksOffFiveTimesAsSlowly() {
    Retrier retrier = retrier(policy());

    assertThat(delay(retrier, throttled(null), 1)).isEqualTo(ms(500));
    assertThat(delay(retrier, throttled(null), 2)).isEqualTo(ms(1000));
    assertThat(delay(retrier, throttled(Duration.ofMillis(150)), 1)).isEqualTo(ms(150));
    assertThat(
            delay(retrier(policy().respectRetryAfter(false)), throttled(Duration.ofMillis(150)), 1))
        .isEqualTo(ms(500));
    assertThat(delay(retrier(policy().maxDelay(Duration.ofMillis(300))), throttled(null), 1))
        .isEqualTo(ms(300));
    assertThat(delay(retrier(policy().backoff(Backoff.LINEAR)), throttled(null), 2))
        .isEqualTo(ms(1000));
    assertThat(delay(retrier(policy().backoff(Backoff.FIXED)), throttled(null), 1))
        .isEqualTo(ms(100));
    assertThat(delay(retrier(policy().backoff(Backoff.NONE)), throttled(null), 1)).isZero();
  }

  @Test
  void decorrelatedDelaysAfterThrottlingKeepTheirSpreadBelowTheCap() {
    Retrier retrier =
        retrier(policy().jitter(Jitter.DECORRELATED).maxDelay(Duration.ofMillis(300)));
    for (int i = 0; i < 100; i++) {
      // The base would be 500 ms, above the cap; a third of the cap is 100 ms.
      assertThat(delay(retrier, throttled(null), 1)).isBetween(ms(100), ms(300));
    }
    assertThat(delay(retrier, throttled(null), 1)).isLessThan(ms(300));
  }

  @Test
  void aBackoffOfTheApplicationsOwnIsKeptWithinFloorAndCap() {
    RetryPolicy policy =
        policy().minDelay(Duration.ofMillis(10)).maxDelay(Duration.ofSeconds(1)).build();

    assertThat(delay(own(policy, Duration.ofMillis(70)), network(null), 1)).isEqualTo(ms(70));
    assertThat(delay(own(policy, Duration.ofSeconds(-1)), network(null), 1)).isEqualTo(ms(10));
    assertThat(delay(own(policy, Duration.ofDays(1)), network(null), 1)).isEqualTo(ms(1000));
    assertThat(delay(own(policy, Duration.ofSeconds(Long.MAX_VALUE)), network(null), 1))
        .isEqualTo(ms(1000));
  }

  @Test
  void aBrokenBackoffEndsTheCallWithTheBusinessFailure() {
    Failure failure = network(null);
    IllegalStateException broken = new IllegalStateException();
    CustomBackoff backoff =
        (failed, thrown, previous) -> {
          throw broken;
        };

    assertThat(delay(new Retrier(policy().build(), backoff, null), failure, 1))
        .isEqualTo(Retrier.STOP);
    assertThat(failure.thrown().getSuppressed()).containsExactly(broken);
  }

  @Test
  void toDecideCostsNothing() {
    RetryBudget budget = new RetryBudget(20);
    Retrier retrier = new Retrier(policy().maxAttempts(2).build(), null, budget);
    IllegalArgumentException invalid = new IllegalArgumentException();
    for (int i = 0; i < 1_000; i++) {
      delay(retrier, new Failure(invalid, invalid, FailureType.VALIDATION, null), 1);
      delay(retrier, transientFailure(new BulkheadFullException("stock", 1)), 1);
      delay(retrier, network(null), 1);
      delay(retrier, network(null), 2);
      retrier.delay(network(null), 1, MINUTE, MINUTE, 0);
    }
    int retries = 0;
    for (int i = 0; i < 100; i++) {
      retries += retrier.pay() == Payment.NONE ? 0 : 1;
    }

    assertThat(retries).isEqualTo(10);
  }

  private static Retrier own(RetryPolicy policy, Duration delay) {
    return new Retrier(policy, (failed, thrown, previous) -> delay, null);
  }

  private static Retrier retrier(RetryPolicyBuilder policy) {
    return new Retrier(policy.build(), null, null);
  }

  /** 100 ms, doubling, without jitter. */
  private static RetryPolicyBuilder policy() {
    return RetryPolicy.builder().maxAttempts(10).delay(Duration.ofMillis(100)).jitter(Jitter.NONE);
  }

  private static long delay(Retrier retrier, Failure failure, int failed) {
    return retrier.delay(failure, failed, 0, MINUTE, 0);
  }

  private static Failure network(Duration hint) {
    IOException failure = new IOException();
    return new Failure(failure, failure, FailureType.NETWORK, hint);
  }

  private static Failure throttled(Duration hint) {
    IOException failure = new IOException();
    return new Failure(failure, failure, FailureType.RATE_LIMITED, hint);
  }

  private static Failure transientFailure(Throwable failure) {
    return new Failure(failure, failure, FailureType.TRANSIENT, null);
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
