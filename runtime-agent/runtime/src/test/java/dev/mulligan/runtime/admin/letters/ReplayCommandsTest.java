package dev.mulligan.runtime.admin.letters;

import static dev.mulligan.runtime.replay.SampleLetters.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.replay.LettersInMemory;
import dev.mulligan.runtime.replay.Replays;
import dev.mulligan.runtime.replay.SampleLetters;
import dev.mulligan.runtime.replay.ScriptedCalls;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replays as jobs. */
@Timeout(60)
class ReplayCommandsTest {
  private final VirtualTime time = VirtualTime.install();
  private final LettersInMemory store = new LettersInMemory();
  private final ScriptedCalls calls = new ScriptedCalls();
  private final ReplayCommands commands =
      new ReplayCommands(new DeadLetterOffice(() -> store), new Replays(() -> store, calls));

  @BeforeEach
  void keep() {
    for (int number = 0; number < 10; number++) {
      store.append(SampleLetters.numbered(number), Duration.ZERO);
    }
  }

  @AfterEach
  void leave() {
    time.close();
  }

  private Map<?, ?> ask(String command, Object... pairs) {
    Map<String, Object> request = new HashMap<>(Map.of("command", command));
    for (int i = 0; i < pairs.length; i += 2) {
      request.put((String) pairs[i], pairs[i + 1]);
    }
    try {
      return (Map<?, ?>) commands.all().get(command).answer(request);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<?, ?> awaitEnd(Object job) {
    while (true) {
      Map<?, ?> shown = ask("letters.job.show", "job", job);
      if ("ended".equals(shown.get("state"))) {
        return shown;
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void aReplayIsAJobWhoseNumbersCanBeSeen() {
    calls.failing(3).unfit(4);

    Map<?, ?> begun = ask("letters.replay", "queue", "default");
    assertThat(begun.get("job")).isEqualTo(1);
    assertThat(begun.get("expected")).isEqualTo(10L);
    Map<?, ?> ended = awaitEnd(1);

    assertThat(ended.get("done")).isEqualTo(10L);
    assertThat(ended.get("replayed")).isEqualTo(8L);
    assertThat(ended.get("failed")).isEqualTo(1L);
    assertThat(ended.get("notReplayable")).isEqualTo(1L);
    assertThat(ended.get("stopped")).isEqualTo("");
    assertThat(ended.get("error")).isNull();
    assertThat(ended.get("problems").toString())
        .isEqualTo(
            "[{letter=%s, outcome=FAILED, failure=java.io.IOException: no answer again},"
                    .formatted(id(3))
                + " {letter=%s, outcome=NOT_REPLAYABLE, failure=no longer fits}]".formatted(id(4)));
  }

  @Test
  void certainLettersAreMeantByTheBeginningsOfTheirIds() {
    ask("letters.replay", "ids", List.of(id(7), id(2).substring(0, 13)));
    awaitEnd(1);

    assertThat(calls.made()).containsExactly(id(7), id(2));
    assertThatThrownBy(() -> ask("letters.replay", "ids", List.of("ffff")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no letter ffff");
  }

  @Test
  void howCarefullyIsPartOfTheOrder() {
    calls.failing(1);

    ask("letters.replay", "all", true, "canary", 5, "rate", 100);
    assertThat(awaitEnd(1).get("stopped"))
        .isEqualTo("letter " + id(1) + " failed, one of the first 5");

    ask("letters.replay", "all", true, "dryRun", true, "limit", 4);
    Map<?, ?> dry = awaitEnd(2);
    assertThat(dry.get("fits")).isEqualTo(4L);
    assertThat(dry.get("expected")).isEqualTo(4L);

    ask("letters.replay", "since", "2029-01-01T00:00:08Z", "stopOnFailure", true);
    Map<?, ?> since = awaitEnd(3);
    assertThat(since.get("replayed")).isEqualTo(2L);
    assertThat(since.get("expected")).isEqualTo(2L);
    ask("letters.replay", "state", "REPLAYED");
    assertThat(awaitEnd(4).get("expected")).isEqualTo(0L);
  }

  @Test
  void aJobThatWaitsForItsNextCallIsStopped() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    calls.during(letter -> called.countDown());
    time.freeze();

    Object job = ask("letters.replay", "all", true, "rate", 0.001).get("job");
    called.await();
    assertThat(ask("letters.job.stop", "job", job).get("state")).isIn("stopping", "ended");
    Map<?, ?> ended = awaitEnd(job);

    assertThat(ended.get("stopped")).isEqualTo("it was told to stop");
    assertThat(calls.made()).containsExactly(id(0));
    assertThat(store.stats().byState())
        .containsEntry(LetterState.STORED, 9L)
        .containsEntry(LetterState.REPLAYED, 1L);
  }

  @Test
  void aCallThatIsUnderWayEndsBeforeItsJobDoes() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    calls.during(
        letter -> {
          called.countDown();
          stopped.await();
        });

    Object job = ask("letters.replay", "all", true).get("job");
    called.await();
    assertThat(ask("letters.job.show", "job", job).get("state")).isEqualTo("running");
    assertThat(ask("letters.job.stop", "job", job).get("state")).isEqualTo("stopping");
    stopped.countDown();

    assertThat(awaitEnd(job).get("replayed")).isEqualTo(1L);
  }

  @Test
  void aStoreThatBreaksIsTold() {
    ReplayCommands broken =
        new ReplayCommands(
            new DeadLetterOffice(() -> store),
            new Replays(
                () -> {
                  throw new IOException("the disk is gone");
                },
                calls));
    try {
      Object job =
          ((Map<?, ?>)
                  broken
                      .all()
                      .get("letters.replay")
                      .answer(new HashMap<>(Map.of("command", "letters.replay", "all", true))))
              .get("job");
      Map<?, ?> shown = Map.of();
      while (!"ended".equals(shown.get("state"))) {
        shown =
            (Map<?, ?>)
                broken.all().get("letters.job.show").answer(new HashMap<>(Map.of("job", job)));
      }
      assertThat(shown.get("error")).isEqualTo("java.io.IOException: the disk is gone");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whichLettersMustBeSaid() {
    assertThatThrownBy(() -> ask("letters.replay", "rate", 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("which letters: \"ids\", a filter, or \"all\": true");
    assertThatThrownBy(() -> ask("letters.replay", "all", true, "rate", "fast"))
        .hasMessage("rate = fast: must be a number");
    assertThatThrownBy(() -> ask("letters.replay", "all", true, "rate", -1))
        .hasMessage("perSecond = -1.0: must be between 0 and a million");
    assertThatThrownBy(() -> ask("letters.replay", "all", true, "canary", -1))
        .hasMessage("canary = -1: must be a whole number from 0 on");
    assertThatThrownBy(() -> ask("letters.job.show", "job", 9)).hasMessage("there is no replay 9");
    assertThat(calls.made()).isEmpty();
  }

  @Test
  void noMoreThanEightRunAtATimeAndTheLastHundredAreRemembered() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    calls.during(letter -> go.await());
    for (int number = 0; number < 8; number++) {
      ask("letters.replay", "ids", List.of(id(number)));
    }
    while (calls.made().size() < 8) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> ask("letters.replay", "all", true))
        .hasMessage("there are 8 replays running already");
    go.countDown();
    for (int job = 1; job <= 8; job++) {
      awaitEnd(job);
    }
    for (int job = 9; job <= 109; job++) {
      awaitEnd(ask("letters.replay", "ids", List.of(id(9))).get("job"));
    }

    assertThatThrownBy(() -> ask("letters.job.show", "job", 9)).hasMessage("there is no replay 9");
    assertThat(ask("letters.job.show", "job", 10)).isNotNull();
  }
}
