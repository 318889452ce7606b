package dev.mulligan.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    assertThat(Time.await(never, 1_000_000_000, "late")).isEqualTo("late");
    assertThat(time.alarms()).isZero();
  }
}
