package dev.mulligan.store.kafka;

import static dev.mulligan.store.kafka.Samples.NOW;
import static dev.mulligan.store.kafka.Samples.id;
import static dev.mulligan.store.kafka.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whoever reads the topic comes to the same, whatever compaction has left of it. */
class IndexTest {
  private final Log log = new Log();
  private int letters;
  private Instant now = NOW;

  @RepeatedTest(30)
  void compactionChangesNothing(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> expected = new ArrayList<>();
    expected.add(describe(log.live()));
    for (int step = 0; step < 40; step++) {
      act(random, expected);
    }
    // Every moment at which readers might begin, and all that compaction might have done by then.
    for (int length = 1; length <= log.size(); length += 5) {
      for (int compacted = 0; compacted <= length; compacted += 1 + length / 12) {
        for (boolean erasures : new boolean[] {true, false}) {
          assertThat(describe(log.read(length, compacted, erasures)))
              .as("%d records, compacted up to %d, erasures %s", length, compacted, erasures)
              .isEqualTo(expected.get(length));
        }
      }
    }
  }

  private void act(Random random, List<String> expected) {
    int before = log.size();
    switch (random.nextInt(8)) {
      case 0 -> claim(random);
      case 1 -> settle(random);
      case 2 -> {
        log.change(some(random), new Change.Discard(now));
        boolean isLong = random.nextInt(4) == 0;
        now = now.plusSeconds(random.nextInt(isLong ? 200_000 : 200));
      }
      case 3 -> purge(random, expected);
      case 4 -> log.keep(someLetter(random.nextInt(letters + 1), random));
      default -> log.keep(someLetter(letters++, random));
    }
    if (log.size() == before + 1 && expected.size() == before + 1) {
      expected.add(describe(log.live()));
    }
    assertThat(expected).hasSize(log.size() + 1);
  }

  private void claim(Random random) {
    String id = some(random);
    Entry entry = log.live().find(id);
    long token = entry == null ? 1 : entry.status().token() + random.nextInt(2);
    log.change(id, new Change.Claim(token, now, now.plusSeconds(100), "o"));
  }

  private void settle(Random random) {
    String id = some(random);
    Entry entry = log.live().find(id);
    long token = entry == null ? 1 : entry.status().token();
    log.change(id, new Change.Settle(token, Settlement.values()[random.nextInt(3)]));
  }

  /** As the store does it, dying anywhere, and with erasures that fail. */
  private void purge(Random random, List<String> expected) {
    remove(random, expected);
    remove(random, expected);
    for (Key removal : log.live().overdue(now)) {
      record(expected, log.fresh(removal.id()), new Change.Forget(removal.ticket()).text());
    }
    Waste waste = log.live().waste();
    List<Removed> removed = waste.removed();
    boolean isAlive = erase(random, expected, waste.orphans());
    if (isAlive && !removed.isEmpty()) {
      Key mark = log.fresh(Key.COUNTERS);
      Outcome marked = record(expected, mark, new Change.Mark().text());
      Change totals = new Change.Totals(mark.ticket(), marked.joined(), marked.removed());
      isAlive =
          random.nextInt(6) > 0
              && record(expected, log.fresh(Key.COUNTERS), totals.text()) != null
              && erase(random, expected, keys(Cleaner.offsets(removed, Removed::again)))
              && erase(random, expected, keys(Cleaner.offsets(removed, Removed::joined)))
              && erase(random, expected, Cleaner.themselves(removed));
    }
    boolean unused =
        isAlive
            && erase(random, expected, waste.forgotten())
            && erase(random, expected, log.live().orphans())
            && erase(random, expected, log.live().staleCounters());
  }

  /** Removes a letter, or tries to with what was known of it before. */
  private void remove(Random random, List<String> expected) {
    String id = some(random);
    Change.Remove asItIs = log.live().removal(id, now);
    boolean isLate = random.nextInt(4) == 0;
    Change.Remove removal =
        asItIs == null || isLate ? new Change.Remove(now, 1, now, List.of()) : asItIs;
    record(expected, log.fresh(id), removal.text());
  }

  private Outcome record(List<String> expected, Key key, String value) {
    Outcome outcome = log.append(key.toString(), value);
    expected.add(describe(log.live()));
    return outcome;
  }

  private List<String> keys(List<Long> offsets) {
    return offsets.stream().map(log::key).toList();
  }

  /** Erases all of a step, or only some of it. */
  private boolean erase(Random random, List<String> expected, List<String> keys) {
    boolean fails = random.nextInt(4) == 0;
    for (String key : keys) {
      if (!fails || random.nextBoolean()) {
        log.append(key, null);
        expected.add(describe(log.live()));
      }
    }
    return !fails;
  }

  private String some(Random random) {
    return id(random.nextInt(letters + 1));
  }

  private static Letter someLetter(int number, Random random) {
    String identity = random.nextInt(4) == 0 ? "" : "same-" + random.nextInt(2);
    return letter(number, identity).with(LetterStatus.FRESH.counted(random.nextInt(2)));
  }

  /** All that the index says. */
  private static String describe(Index index) {
    return index.list(LetterFilter.all(), null, Integer.MAX_VALUE) + " " + index.stats();
  }

  @Test
  void ofTwoClaimsTheFirstRecordHolds() {
    log.keep(letter(1, ""));

    Outcome first = log.change(id(1), new Change.Claim(1, NOW, NOW.plusSeconds(9), "me"));
    Outcome second = log.change(id(1), new Change.Claim(1, NOW, NOW.plusSeconds(9), "you"));

    assertThat(first.holds()).isTrue();
    assertThat(second.holds()).isFalse();
    assertThat(log.live().find(id(1)).status().owner()).isEqualTo("me");
  }

  @Test
  void aClaimWithAnOldTokenNeverHolds() {
    log.keep(letter(1, ""));
    log.change(id(1), new Change.Claim(1, NOW, NOW.plusSeconds(9), "me"));
    log.change(id(1), new Change.Settle(1, Settlement.RELEASED));

    assertThat(log.change(id(1), new Change.Claim(1, NOW, NOW.plusSeconds(9), "you")).holds())
        .isFalse();
  }

  @Test
  void aLetterThatTookInAnotherCallMeanwhileIsNotRemoved() {
    log.keep(letter(1, "same"));
    Change.Remove removal = log.live().removal(id(1), NOW);
    log.keep(letter(2, "same"));

    assertThat(log.change(id(1), removal).holds()).isFalse();
    assertThat(log.live().find(id(1)).status().count()).isEqualTo(2);
  }

  @Test
  void whatWasRemovedIsNotKeptAgainUntilItIsForgotten() {
    log.keep(letter(1, "same"));
    log.keep(letter(2, "same"));
    Change.Remove removal = log.live().removal(id(1), NOW);
    log.change(id(1), removal);

    assertThat(log.keep(letter(1, "same")).holds()).isFalse();
    assertThat(log.keep(letter(2, "same")).holds()).isFalse();
    assertThat(log.live().stats().received()).isEqualTo(2);

    log.append(log.key(0), null);
    assertThat(log.live().overdue(removal.until().plus(Duration.ofDays(1)))).isEmpty();
    List<Key> overdue = log.live().overdue(removal.until().plus(Duration.ofDays(1)).plusNanos(1));
    assertThat(overdue).hasSize(1);
    log.change(id(1), new Change.Forget(overdue.get(0).ticket()));
    assertThat(log.keep(letter(2, "same")).holds()).isTrue();
    assertThat(log.live().stats().received()).isEqualTo(3);
  }

  @Test
  void aRemovalIsForgottenOnlyByItsOwnTicket() {
    log.keep(letter(1, ""));
    log.change(id(1), log.live().removal(id(1), NOW));

    assertThat(log.change(id(1), new Change.Forget(12345)).holds()).isFalse();
    assertThat(log.keep(letter(1, "")).holds()).isFalse();
  }

  @Test
  void whatIsNoRecordOfOursIsPassedOver() {
    log.keep(letter(1, ""));

    assertThat(log.append("a key of somebody else", "hello").holds()).isFalse();
    assertThat(log.append(log.fresh(id(1)).toString(), "{\"op\":\"nonsense\"}").holds()).isFalse();
    assertThat(log.append(log.fresh(id(1)).toString(), "CLAIM soon").holds()).isFalse();

    assertThat(log.live().stats().total()).isEqualTo(1);
  }

  @Test
  void aLetterKnowsTheLastCallsAgainThatItHasTakenIn() {
    int calls = Entry.MEMORY + 2;
    for (int number = 0; number < calls; number++) {
      log.keep(letter(number, "same"));
    }
    log.keep(letter(calls - 1, "same"));
    assertThat(log.live().find(id(0)).status().count()).isEqualTo(calls);

    log.keep(letter(1, "same"));
    assertThat(log.live().find(id(0)).status().count()).isEqualTo(calls + 1);
  }
}
