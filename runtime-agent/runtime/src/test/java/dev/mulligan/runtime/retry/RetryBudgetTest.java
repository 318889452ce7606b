package dev.mulligan.runtime.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
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
  void holdsOneSecondOfTheFloorAtFirst() {
    assertThat(retries(new RetryBudget(20), 100)).isEqualTo(10);
  }

  @Test
  void theFloorGivesTenASecondWithoutAnySuccess() {
    RetryBudget budget = new RetryBudget(20);
    retries(budget, 100);

    time.advance(Duration.ofMillis(99));
    assertThat(budget.pay()).isEqualTo(Payment.NONE);
    time.advance(Duration.ofMillis(1));
    assertThat(retries(budget, 100)).isEqualTo(1);
    // However long nothing happens, one second of it is all that is saved up.
    time.advance(Duration.ofHours(1));
    assertThat(retries(budget, 100)).isEqualTo(10);
  }

  @Test
  void aSuccessEarnsItsShare() {
    RetryBudget budget = new RetryBudget(20);
    retries(budget, 100);

    // 0.2 tokens each: the fifth success makes the first whole token.
    succeed(budget, 4);
    assertThat(budget.pay()).isEqualTo(Payment.NONE);
    succeed(budget, 1);
    assertThat(retries(budget, 100)).isEqualTo(1);
    succeed(budget, 100);
    assertThat(retries(budget, 100)).isEqualTo(20);
  }

  @Test
  void aHundredTokensAreSavedUpAtMost() {
    RetryBudget budget = new RetryBudget(100);
    succeed(budget, 100_000);

    // And ten of the floor.
    assertThat(retries(budget, 1_000)).isEqualTo(110);
  }

  @Test
  void aRefusalTakesNothing() {
    RetryBudget budget = new RetryBudget(50);
    retries(budget, 100);
    assertThat(retries(budget, 100)).isZero();

    succeed(budget, 2);
    assertThat(retries(budget, 100)).isEqualTo(1);
  }

  @Test
  void aTokenCanBeGivenBack() {
    RetryBudget budget = new RetryBudget(20);
    retries(budget, 100);
    budget.giveBack(Payment.FLOOR);

    assertThat(retries(budget, 100)).isEqualTo(1);
  }

  @Test
  void whatIsGivenBackDoesNotAddUp() {
    RetryBudget budget = new RetryBudget(20);
    // Every 100 ms a retry is decided on, which the next second's limit refuses: ten at a time.
    Deque<Payment> underWay = new ArrayDeque<>();
    for (int i = 0; i < 300; i++) {
      underWay.add(budget.pay());
      if (underWay.size() > 10) {
        budget.giveBack(underWay.remove());
      }
      time.advance(Duration.ofMillis(100));
    }
    underWay.forEach(budget::giveBack);

    assertThat(retries(budget, 1_000)).isEqualTo(10);
  }

  @Test
  void anEarnedTokenGoesBackToTheEarnedOnes() {
    RetryBudget budget = new RetryBudget(100);
    retries(budget, 10);
    succeed(budget, 1);
    assertThat(budget.pay()).isEqualTo(Payment.EARNED);

    time.advance(Duration.ofSeconds(1));
    budget.giveBack(Payment.EARNED);

    assertThat(retries(budget, 1_000)).isEqualTo(11);
  }

  @Test
  void survivesAClockThatJumpsBack() {
    time.advance(Duration.ofHours(1));
    RetryBudget budget = new RetryBudget(20);
    assertThat(retries(budget, 5)).isEqualTo(5);
    time.close();
    time = VirtualTime.install();

    assertThat(retries(budget, 100)).isEqualTo(5);
    time.advance(Duration.ofSeconds(1));
    assertThat(retries(budget, 100)).isEqualTo(10);
  }

  @Test
  void manyThreadsGetExactlyTheTokens() throws InterruptedException {
    RetryBudget budget = new RetryBudget(50);
    AtomicInteger allowed = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      threads.add(
          new Thread(
              () -> {
                succeed(budget, 30);
                allowed.addAndGet(retries(budget, 1_000));
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    // Ten of the floor and half of 120 successes; whoever asks last sees all of them.
    assertThat(allowed.get() + retries(budget, 1_000)).isEqualTo(70);
  }

  private static int retries(RetryBudget budget, int failures) {
    int allowed = 0;
    for (int i = 0; i < failures; i++) {
      allowed += budget.pay() == Payment.NONE ? 0 : 1;
    }
    return allowed;
  }

  private static void succeed(RetryBudget budget, int times) {
    for (int i = 0; i < times; i++) {
      budget.successes().increment();
    }
  }
}
