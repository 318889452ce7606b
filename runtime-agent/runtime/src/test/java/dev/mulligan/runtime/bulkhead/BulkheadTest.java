package dev.mulligan.runtime.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.policy.BulkheadPolicy;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadTest {
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
  void letsAsManyInAsThereArePlaces() {
    Bulkhead bulkhead = bulkhead(2, Duration.ZERO);

    assertThat(bulkhead.tryEnter()).isTrue();
    assertThat(bulkhead.tryEnter()).isTrue();
    assertThat(bulkhead.tryEnter()).isFalse();
    assertThat(bulkhead.inUse()).isEqualTo(2);
    bulkhead.leave();
    assertThat(bulkhead.tryEnter()).isTrue();
  }

  @Test
  void refusesWithItsNameAndLimit() {
    assertThat(bulkhead(7, Duration.ZERO).refusal())
        .isInstanceOf(BulkheadFullException.class)
        .hasMessageContaining("stock")
        .hasMessageContaining("7");
  }

  @Test
  void withoutAMaxWaitNobodyWaits() throws InterruptedException {
    Bulkhead bulkhead = full(Duration.ZERO);

    assertThat(bulkhead.enter()).isFalse();
    assertThat(bulkhead.enterLater()).isCompletedWithValue(false);
    assertThat(bulkhead.waiting()).isZero();
    assertThat(time.alarms()).isZero();
  }

  @Test
  void leavingWithoutHavingEnteredIsAnError() {
    assertThatThrownBy(bulkhead(1, Duration.ZERO)::leave).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void placesGoToThoseWhoHaveWaitedLongest() {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    CompletableFuture<Boolean> first = bulkhead.enterLater();
    CompletableFuture<Boolean> second = bulkhead.enterLater();

    assertThat(bulkhead.waiting()).isEqualTo(2);
    bulkhead.leave();
    assertThat(first).isCompletedWithValue(true);
    assertThat(second).isNotDone();
    bulkhead.leave();
    assertThat(second).isCompletedWithValue(true);
    assertThat(bulkhead.inUse()).isEqualTo(1);
    assertThat(time.alarms()).isZero();
  }

  @Test
  void nobodyOvertakesThoseWhoWait() {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    CompletableFuture<Boolean> waiter = bulkhead.enterLater();
    bulkhead.leave();

    assertThat(bulkhead.tryEnter()).isFalse();
    assertThat(waiter).isCompletedWithValue(true);
  }

  @Test
  void aWaitEndsWithMaxWait() {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    CompletableFuture<Boolean> waiter = bulkhead.enterLater();

    time.advance(Duration.ofMillis(999));
    assertThat(waiter).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertThat(waiter).isCompletedWithValue(false);
    assertThat(bulkhead.waiting()).isZero();
    bulkhead.leave();
    assertThat(bulkhead.inUse()).isZero();
  }

  @Test
  void aThreadThatWaitsTooLongGetsNoPlace() throws InterruptedException {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    Waiter waiter = new Waiter(bulkhead);
    await(() -> bulkhead.waiting() == 1 && time.alarms() == 1);
    time.advance(Duration.ofSeconds(1));
    waiter.thread.join();

    assertThat(waiter.entered).isEqualTo(false);
    assertThat(bulkhead.waiting()).isZero();
    assertThat(bulkhead.inUse()).isEqualTo(1);
  }

  @Test
  void aThreadThatWaitsGetsThePlaceThatIsGivenBack() throws InterruptedException {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    Waiter waiter = new Waiter(bulkhead);
    await(() -> bulkhead.waiting() == 1);
    bulkhead.leave();
    waiter.thread.join();

    assertThat(waiter.entered).isEqualTo(true);
    assertThat(bulkhead.inUse()).isEqualTo(1);
    assertThat(time.alarms()).isZero();
  }

  @Test
  void anInterruptedThreadLeavesTheLine() throws InterruptedException {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    Waiter interrupted = new Waiter(bulkhead);
    await(() -> bulkhead.waiting() == 1);
    CompletableFuture<Boolean> next = bulkhead.enterLater();
    interrupted.thread.interrupt();
    interrupted.thread.join();

    assertThat(interrupted.entered).isNull();
    assertThat(interrupted.interrupted).isTrue();
    assertThat(bulkhead.waiting()).isEqualTo(1);
    bulkhead.leave();
    assertThat(next).isCompletedWithValue(true);
    assertThat(bulkhead.inUse()).isEqualTo(1);
  }

  @Test
  void aCancelledWaitLeavesTheLine() {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    CompletableFuture<Boolean> first = bulkhead.enterLater();
    CompletableFuture<Boolean> second = bulkhead.enterLater();

    assertThat(first.cancel(true)).isTrue();
    assertThat(bulkhead.waiting()).isEqualTo(1);
    assertThat(time.alarms()).isEqualTo(1);
    bulkhead.leave();
    assertThat(second).isCompletedWithValue(true);
    assertThat(second.cancel(true)).isFalse();
    bulkhead.leave();
    assertThat(bulkhead.inUse()).isZero();
  }

  @Test
  void aSmallerLimitLetsRunningCallsGoOn() {
    Bulkhead bulkhead = bulkhead(3, Duration.ofSeconds(1));
    enter(bulkhead, 3);
    CompletableFuture<Boolean> waiter = bulkhead.enterLater();
    bulkhead.reconfigure(new BulkheadPolicy(1, Duration.ofSeconds(1)));

    assertThat(bulkhead.inUse()).isEqualTo(3);
    bulkhead.leave();
    bulkhead.leave();
    assertThat(waiter).isNotDone();
    assertThat(bulkhead.inUse()).isEqualTo(1);
    bulkhead.leave();
    assertThat(waiter).isCompletedWithValue(true);
    assertThat(bulkhead.inUse()).isEqualTo(1);
  }

  @Test
  void aLargerLimitLetsWaitersInAtOnce() {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    List<CompletableFuture<Boolean>> waiters = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiters.add(bulkhead.enterLater());
    }
    bulkhead.reconfigure(new BulkheadPolicy(3, Duration.ZERO));

    assertThat(waiters.get(0)).isCompletedWithValue(true);
    assertThat(waiters.get(1)).isCompletedWithValue(true);
    assertThat(waiters.get(2)).isNotDone();
    assertThat(bulkhead.inUse()).isEqualTo(3);
    assertThat(bulkhead.waiting()).isEqualTo(1);
    assertThat(bulkhead.policy().maxCalls()).isEqualTo(3);
  }

  @Test
  void holdsAMillionPlaces() {
    Bulkhead bulkhead = bulkhead(1_000_000, Duration.ofSeconds(1));
    enter(bulkhead, 1_000_000);

    assertThat(bulkhead.tryEnter()).isFalse();
    assertThat(bulkhead.enterLater()).isNotDone();
    assertThat(bulkhead.inUse()).isEqualTo(1_000_000);
    assertThat(bulkhead.waiting()).isEqualTo(1);
  }

  @Test
  void manyWaitersThatGiveUpCostNoStack() {
    Bulkhead bulkhead = full(Duration.ofSeconds(1));
    List<CompletableFuture<Boolean>> waiters = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      waiters.add(bulkhead.enterLater());
    }
    waiters.forEach(waiter -> waiter.cancel(false));
    bulkhead.leave();

    assertThat(bulkhead.inUse()).isZero();
    assertThat(bulkhead.waiting()).isZero();
  }

  @Test
  @SuppressWarnings("ThreadPriorityCheck") // the more threads meet, the better
  void neverHoldsMoreThanItsLimitWhileThreadsInterruptAndCancel() throws InterruptedException {
    time.close();
    Bulkhead bulkhead = bulkhead(3, Duration.ofMillis(1));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    for (int t = 0; t < 8; t++) {
      int role = t;
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < 3_000; i++) {
                  if (entered(bulkhead, role, go)) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    inside.decrementAndGet();
                    bulkhead.leave();
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    go.countDown();
    for (int i = 0; i < 300; i++) {
      threads.get(i % 2).interrupt();
      Thread.yield();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(most.get()).isBetween(1, 3);
    assertThat(bulkhead.inUse()).isZero();
    assertThat(bulkhead.waiting()).isZero();
  }

  /** Half of the threads wait and are interrupted, some wait and cancel, the rest only try. */
  private static boolean entered(Bulkhead bulkhead, int role, CountDownLatch go) {
    try {
      go.await();
      if (role < 4) {
        return bulkhead.enter();
      }
    } catch (InterruptedException interrupt) {
      return false;
    }
    if (role < 6) {
      CompletableFuture<Boolean> place = bulkhead.enterLater();
      return !place.cancel(false) && place.join();
    }
    return bulkhead.tryEnter();
  }

  private static Bulkhead bulkhead(int calls, Duration maxWait) {
    return new Bulkhead("stock", null, new BulkheadPolicy(calls, maxWait));
  }

  private static Bulkhead full(Duration maxWait) {
    Bulkhead bulkhead = bulkhead(1, maxWait);
    enter(bulkhead, 1);
    return bulkhead;
  }

  private static void enter(Bulkhead bulkhead, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(bulkhead.tryEnter()).isTrue();
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static final class Waiter {
    volatile Boolean entered;
    volatile boolean interrupted;
    final Thread thread;

    Waiter(Bulkhead bulkhead) {
      thread =
          new Thread(
              () -> {
                try {
                  entered = bulkhead.enter();
                } catch (InterruptedException e) {
                  interrupted = true;
                }
              });
      thread.start();
    }
  }
}
