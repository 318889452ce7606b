package dev.mulligan.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replays that are abandoned at any point, as if their processes had been killed. */
@Timeout(120)
class AbandonedReplaysTest {
  private static final int LETTERS = 20_000;
  private static final long SEED = 20_301_231;

  /** Of so many steps, one is the last of its process. */
  private static final int STEPS_OF_A_LIFE = 300;

  private final Random random = new Random(SEED);
  private final Map<String, Integer> calls = new HashMap<>();
  private final Set<String> killedUnderWay = new HashSet<>();
  private final Set<String> acknowledged = new HashSet<>();

  @Test
  void everyLetterIsCalledAndNoneAfterItsEndWasAcknowledged() throws IOException {
    MortalStore store = new MortalStore();
    for (int number = 0; number < LETTERS; number++) {
      store.append(SampleLetters.numbered(number), Duration.ZERO);
    }
    int lives = 1;
    try (VirtualTime time = VirtualTime.install()) {
      while (!isDone(store)) {
        lives++;
        // By then all leases of the dead are over.
        time.advance(Duration.ofMinutes(1));
      }
    }

    assertThat(lives).as("killed often enough, seed %d", SEED).isGreaterThan(100);
    assertThat(store.stats().byState()).containsOnlyKeys(LetterState.REPLAYED);
    assertThat(calls).hasSize(LETTERS);
    calls.forEach(
        (letter, times) ->
            assertThat(times > 1)
                .as("letter %s was called %d times, seed %d", letter, times, SEED)
                .isEqualTo(killedUnderWay.contains(letter)));
    assertThat(killedUnderWay).isNotEmpty();
  }

  /** One life of a process. */
  private boolean isDone(MortalStore store) throws IOException {
    ScriptedCalls fitter = new ScriptedCalls().during(this::call);
    ReplayOrder order = ReplayOrder.of(LetterFilter.waiting());
    try {
      new Replays(() -> store, fitter).replay(order, null, result -> true, () -> false);
      return true;
    } catch (Killed killed) {
      return false;
    }
  }

  private void call(String letter) {
    assertThat(acknowledged.contains(letter)).as("seed %d", SEED).isFalse();
    calls.merge(letter, 1, Integer::sum);
    killedUnderWay.add(letter);
    dieSometimes();
  }

  private void dieSometimes() {
    if (random.nextInt(STEPS_OF_A_LIFE) == 0) {
      throw new Killed();
    }
  }

  /** Dies before or after whatever is written. */
  private final class MortalStore extends LettersInMemory {
    @Override
    public synchronized Optional<Letter> claim(String id, String owner, Duration lease)
        throws IOException {
      dieSometimes();
      Optional<Letter> claimed = super.claim(id, owner, lease);
      dieSometimes();
      return claimed;
    }

    @Override
    public synchronized boolean settle(String id, long token, Settlement how) throws IOException {
      dieSometimes();
      boolean settled = super.settle(id, token, how);
      if (calls.get(id) == 1) {
        killedUnderWay.remove(id);
      }
      acknowledged.add(id);
      dieSometimes();
      return settled;
    }
  }

  /** The process is gone. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super(null, null, false, false);
    }
  }
}
