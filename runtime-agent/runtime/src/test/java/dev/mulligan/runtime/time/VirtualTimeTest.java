package dev.mulligan.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final VirtualTime time = VirtualTime.install();
  private final List<String> happened = new ArrayList<>();

  @AfterEach
  void uninstall() {
    time.close();
  }

  @Test
  void alarmsGoOffInTheirOrderWhenTheTimeHasCome() {
    Time.alarm(20, () -> happened.add("second"));
    Time.alarm(10, () -> happened.add("first"));

    time.advance(Duration.ofNanos(9));
    assertThat(happened).isEmpty();
    time.advance(Duration.ofNanos(11));
    assertThat(happened).containsExactly("first", "second");
  }

  @Test
  void aCancelledAlarmDoesNotGoOff() {
    Time.alarm(10, () -> happened.add("never")).cancel();

    time.advance(Duration.ofNanos(10));

    assertThat(happened).isEmpty();
    assertThat(time.alarms()).isZero();
  }

  @Test
  void aPauseMovesTheTimeAsASleepDoes() {
    Time.pause(50, () -> happened.add("after " + Time.nanoTime()));

    assertThat(happened).containsExactly("after 50");
    assertThat(time.sleeps()).containsExactly(Duration.ofNanos(50));
  }

  @Test
  void waitingForASignalEndsWithTheTime() throws Exception {
    CompletableFuture<String> never = new CompletableFuture<>();
    Thread mover =
        new Thread(
            () -> {
              while (time.alarms() == 0) {
                Thread.onSpinWait();
              }
              time.advance(Duration.ofSeconds(1));
            });
    mover.start();

    assertThat(Time.await(never, 1_000_000_000, "late", () -> false)).isEqualTo("late");
    assertThat(time.alarms()).isZero();
  }

  @Test
  void theWallClockBeginsTheSameWhereverTheMonotonicOneDoes() {
    VirtualTime later = VirtualTime.install(1, 5_000);
    later.advance(Duration.ofNanos(7));

    assertThat(Time.nanoTime()).isEqualTo(5_007);
    assertThat(Time.now()).isEqualTo(Instant.parse("2030-01-01T00:00:00.000000007Z"));
    assertThat(later.elapsed()).isEqualTo(Duration.ofNanos(7));
  }

  @Test
  void theTimeCanJumpToTheNextAlarm() {
    Time.alarm(20, () -> happened.add("alarm"));

    assertThat(time.advanceToNextAlarm()).isEqualTo(Duration.ofNanos(20));
    assertThat(happened).containsExactly("alarm");
    assertThatThrownBy(time::advanceToNextAlarm)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no alarm is set");
  }

  @Test
  void aFrozenPauseWaitsForTheTimeToBeMoved() {
    time.freeze();
    Time.pause(50, () -> happened.add("after " + Time.nanoTime()));
    assertThat(happened).isEmpty();
    assertThat(time.sleeps()).containsExactly(Duration.ofNanos(50));

    time.advance(Duration.ofNanos(50));
    assertThat(happened).containsExactly("after 50");

    time.thaw();
    Time.pause(50, () -> happened.add("after " + Time.nanoTime()));
    assertThat(happened).containsExactly("after 50", "after 100");
  }

  @Test
  void aFrozenSleepEndsWithTheTimeOrWithTheTest() throws Exception {
    time.freeze();
    Thread first = sleeper(10);
    Thread second = sleeper(20);
    first.start();
    second.start();
    time.awaitAlarms(2);

    time.advance(Duration.ofNanos(10));
    first.join();
    assertThat(second.isAlive()).isTrue();
    time.close();
    second.join();
    assertThat(happened).containsExactly("slept 10", "slept 20");
  }

  @Test
  void aFrozenSleepEndsWhenItHasNoMoreReason() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    time.freeze();
    Thread sleeper =
        new Thread(
            () -> {
              try {
                happened.add("slept " + Time.sleepUnless(10, over::get));
              } catch (InterruptedException e) {
                happened.add("interrupted");
              }
            });
    sleeper.start();
    time.awaitAlarms(1);

    over.set(true);
    LockSupport.unpark(sleeper);
    sleeper.join();

    assertThat(happened).containsExactly("slept false");
    assertThat(time.alarms()).isZero();
  }

  @Test
  void aFrozenSleepIsInterrupted() throws Exception {
    time.freeze();
    Thread sleeper = sleeper(10);
    sleeper.start();
    time.awaitAlarms(1);

    sleeper.interrupt();
    sleeper.join();

    assertThat(happened).containsExactly("interrupted");
    assertThat(time.alarms()).isZero();
  }

  @Test
  void waitingForACallGivesItsResultOrItsFailure() {
    CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalStateException());

    assertThat(time.await(CompletableFuture.completedFuture("done"))).isEqualTo("done");
    assertThatThrownBy(() -> time.await(failed))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  private Thread sleeper(long nanos) {
    return new Thread(
        () -> {
          try {
            Time.sleep(nanos);
            happened.add("slept " + nanos);
          } catch (InterruptedException e) {
            happened.add("interrupted");
          }
        });
  }
}
