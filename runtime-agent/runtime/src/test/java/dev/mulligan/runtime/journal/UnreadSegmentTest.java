package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.LIMIT;
import static dev.mulligan.runtime.journal.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done while nobody knows what a segment says of the letters. */
class UnreadSegmentTest {
  /** Each record has a segment of its own. */
  private static final JournalLimits TINY =
      new JournalLimits(1, Duration.ofDays(1), 1 << 20, 1 << 20);

  private static final String DONE = letter(1).id();
  private static final String OTHER = letter(2).id();

  @TempDir private Path folder;
  private @Nullable String hidden;
  private @Nullable Journal journal;

  @BeforeEach
  void replayOneOfTwo() throws IOException {
    try (Journal before = Journal.open(folder, TINY)) {
      before.append(letter(1), LIMIT);
      before.append(letter(2), LIMIT);
      Letter claimed = before.claim(DONE, "me", LIMIT).orElseThrow();
      assertThat(before.settle(DONE, claimed.status().token(), Settlement.REPLAYED)).isTrue();
    }
    List<String> names = new FileDisk(folder).list();
    hidden = names.stream().filter(SegmentName::isSegment).reduce("", (first, next) -> next);
  }

  @AfterEach
  void close() throws IOException {
    if (journal != null) {
      journal.close();
    }
  }

  private Journal open() throws IOException {
    journal =
        Journal.open(
            new ForwardingDisk(new FileDisk(folder)) {
              @Override
              public Input open(String name) throws IOException {
                if (name.equals(hidden)) {
                  throw new AccessDeniedException(name);
                }
                return super.open(name);
              }
            },
            TINY,
            Samples.salts(),
            false);
    return journal;
  }

  @Test
  void noLetterIsClaimedDiscardedOrPurged() throws IOException {
    Journal blind = open();

    assertThatThrownBy(() -> blind.claim(DONE, "me", LIMIT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(hidden);
    assertThatThrownBy(() -> blind.discard(OTHER)).hasMessageContaining(hidden);
    assertThatThrownBy(() -> blind.purge(LetterFilter.all())).hasMessageContaining(hidden);
  }

  @Test
  void lettersAreKeptAndWhoHoldsOneSaysWhatBecameOfIt() throws IOException {
    String segment = hidden;
    hidden = null;
    Journal blinded = open();
    long token = blinded.claim(OTHER, "me", LIMIT).orElseThrow().status().token();
    hidden = segment;
    blinded.close();
    Journal blind = open();
    blind.append(letter(3), LIMIT);

    assertThat(blind.renew(OTHER, token, LIMIT)).isTrue();
    assertThat(blind.settle(OTHER, token, Settlement.FAILED)).isTrue();
    assertThat(blind.list(LetterFilter.all(), null, 10)).hasSize(3);
  }

  @Test
  void oneThatIsMovedAwayIsNotWaitedFor() throws IOException {
    Journal blind = open();
    assertThatThrownBy(() -> blind.discard(OTHER)).isInstanceOf(IOException.class);

    new FileDisk(folder).rename(String.valueOf(hidden), "moved.away");

    assertThat(blind.discard(OTHER)).isTrue();
    assertThat(blind.find(OTHER).orElseThrow().status().state()).isEqualTo(LetterState.DISCARDED);
  }
}
