package dev.mulligan.runtime.replay;

import static dev.mulligan.runtime.replay.SampleLetters.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may call a letter, and whose word counts. */
@Timeout(60)
class ClaimTest {
  private final VirtualTime time = VirtualTime.install();
  private final LettersInMemory store = new LettersInMemory();
  private final ScriptedCalls calls = new ScriptedCalls();
  private final Replays replays = new Replays(() -> store, calls);

  @AfterEach
  void leave() {
    Config.set("mulligan.replay.lease", null);
    time.close();
  }

  private void keep(int letters) {
    for (int number = 0; number < letters; number++) {
      store.append(SampleLetters.numbered(number), Duration.ZERO);
    }
  }

  @Test
  void aLetterIsReplayedOnce() throws IOException {
    keep(1);

    assertThat(replays.replay(id(0)).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(replays.replay(id(0)))
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.TAKEN);
              assertThat(result.failure()).hasMessage("letter " + id(0) + " is REPLAYED");
            });
    assertThat(calls.made()).hasSize(1);
  }

  @Test
  void aLetterThatThereIsNotCannotBeReplayed() throws IOException {
    ReplayResult result = replays.replay(id(9));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
    assertThat(result.failure()).hasMessage("there is no letter " + id(9));
  }

  @Test
  void aLetterIsNotCalledByItsOwnReplay() throws IOException {
    keep(1);
    List<Outcome> inner = new ArrayList<>();
    calls.during(letter -> inner.add(replays.replay(letter).outcome()));

    assertThat(replays.replay(id(0)).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(inner).containsExactly(Outcome.TAKEN);
  }

  @Test
  void aClaimIsKeptAliveWhileTheCallLasts() throws IOException {
    keep(1);
    calls.during(
        letter -> {
          // Ten times a third of the lease, which is a minute.
          for (int i = 0; i < 10; i++) {
            store.awaitRenewals(1, () -> time.advance(Duration.ofSeconds(20)));
            time.awaitAlarms(1);
          }
          assertThat(store.claim(letter, "another", Duration.ofMinutes(1))).isEmpty();
        });

    assertThat(replays.replay(id(0)).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(time.alarms()).as("nothing is prolonged any more").isZero();
  }

  @Test
  void theLeaseIsConfigured() throws IOException {
    keep(1);
    Config.set("mulligan.replay.lease", "6s");
    List<Object> until = new ArrayList<>();
    calls.during(letter -> until.add(store.status(letter).leasedUntil()));

    assertThat(replays.replay(id(0)).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(until).containsExactly(time.now().plusSeconds(6));
  }

  @Test
  void aLeaseThatIsNoneIsOneMinute() throws IOException {
    keep(1);
    Config.set("mulligan.replay.lease", "soon");
    List<Object> until = new ArrayList<>();
    calls.during(letter -> until.add(store.status(letter).leasedUntil()));

    assertThat(replays.replay(id(0)).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(until).containsExactly(time.now().plusSeconds(60));
  }

  @Test
  void whoseLeaseHasRunOutDoesNotOverwriteWhatAnotherWroteDown() throws IOException {
    LettersInMemory frozen =
        new LettersInMemory() {
          @Override
          public boolean renew(String id, long token, Duration lease) {
            // As if the process had been stopped: nothing is prolonged.
            return true;
          }
        };
    frozen.append(SampleLetters.numbered(0), Duration.ZERO);
    ScriptedCalls others = new ScriptedCalls().failing(0);
    Replays another = new Replays(() -> frozen, others);
    List<Outcome> anothers = new ArrayList<>();
    calls.during(
        letter -> {
          time.advance(Duration.ofMinutes(2));
          anothers.add(another.replay(letter).outcome());
        });

    ReplayResult late = new Replays(() -> frozen, calls).replay(id(0));

    assertThat(anothers).containsExactly(Outcome.FAILED);
    assertThat(late.outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(late.failure())
        .hasMessageContaining("was taken by somebody else while it was called here")
        .hasMessageEndingWith("the call here returned");
    assertThat(frozen.status(id(0)).state()).isEqualTo(LetterState.STORED);
    assertThat(frozen.status(id(0)).replays()).isEqualTo(1);
    assertThat(frozen.status(id(0)).token()).isEqualTo(2);
  }

  @Test
  void aStoreThatCannotProlongIsAskedAgain() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    LettersInMemory moody =
        new LettersInMemory() {
          @Override
          public boolean renew(String id, long token, Duration lease) throws IOException {
            if (asked.incrementAndGet() == 1) {
              super.renew(id, -1, lease);
              throw new IOException("not now");
            }
            return super.renew(id, token, lease);
          }
        };
    moody.append(SampleLetters.numbered(0), Duration.ZERO);
    calls.during(
        letter -> {
          for (int i = 0; i < 3; i++) {
            moody.awaitRenewals(1, () -> time.advance(Duration.ofSeconds(20)));
            time.awaitAlarms(1);
          }
          assertThat(moody.claim(letter, "another", Duration.ofMinutes(1))).isEmpty();
        });

    assertThat(new Replays(() -> moody, calls).replay(id(0)).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(asked).hasValue(3);
  }

  @Test
  void anEndThatCannotBeWrittenDownIsThrown() {
    LettersInMemory broken =
        new LettersInMemory() {
          @Override
          public synchronized boolean settle(String id, long token, Settlement how)
              throws IOException {
            throw new IOException("disk full");
          }
        };
    broken.append(SampleLetters.numbered(0), Duration.ZERO);

    assertThatThrownBy(() -> new Replays(() -> broken, calls).replay(id(0)))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(calls.made()).containsExactly(id(0));
  }

  @Test
  void twoOperatorsWhoReplayTheSameLettersCallEachOnce() {
    keep(2_000);
    List<CompletableFuture<ReplayReport>> operators = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      operators.add(CompletableFuture.supplyAsync(this::replayAll));
    }

    long replayed =
        operators.stream().mapToLong(one -> time.await(one).count(Outcome.REPLAYED)).sum();

    assertThat(replayed).isEqualTo(2_000);
    assertThat(calls.made()).hasSize(2_000).doesNotHaveDuplicates();
    assertThat(store.stats().byState()).containsOnlyKeys(LetterState.REPLAYED);
  }

  private ReplayReport replayAll() {
    try {
      ReplayOrder order = ReplayOrder.of(LetterFilter.waiting());
      return new Replays(() -> store, calls).replay(order, null, result -> true, () -> false);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
