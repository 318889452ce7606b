package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Letters that come in again after they were purged, as from the spool of a process that did not
 * hear that they were kept.
 */
class PurgedLetterTest {
  private static final Duration RETENTION = Duration.ofDays(30);

  @TempDir Path folder;

  private final VirtualTime time = VirtualTime.install();
  private final Instant begin = Time.now();

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
    time.close();
  }

  private JdbcStore open(Dialect dialect) throws IOException {
    return TestDatabase.of(dialect, folder).open(TestDatabase.freshTable());
  }

  private Letter letter(int number, String identity) {
    return Samples.letter(Samples.id(number), identity, begin);
  }

  private static void replay(JdbcStore store, String id) throws IOException {
    Letter claimed = store.claim(id, "me", Duration.ofMinutes(1)).orElseThrow();
    assertThat(store.settle(id, claimed.status().token(), Settlement.REPLAYED)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasReplayedAndPurgedIsNotKeptAgain(Dialect dialect) throws IOException {
    try (JdbcStore store = open(dialect)) {
      Letter host = letter(1, "same");
      Letter joined = letter(2, "same");
      store.append(host, Samples.LIMIT);
      store.append(joined, Samples.LIMIT);
      replay(store, host.id());
      assertThat(store.purge(LetterFilter.all())).isEqualTo(1);
      LetterStats before = store.stats();
      time.advance(RETENTION);
      store.purge(LetterFilter.all());

      assertThat(store.append(host, Samples.LIMIT)).isEqualTo(host);
      assertThat(store.append(joined, Samples.LIMIT)).isEqualTo(joined);

      assertThat(store.list(LetterFilter.all(), null, 10)).isEmpty();
      assertThat(store.stats()).isEqualTo(before);
      assertThat(before.received()).isEqualTo(2);
      assertThat(before.removed()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLetterWhoseRetentionWasOverIsKnownForADay(Dialect dialect) throws IOException {
    try (JdbcStore store = open(dialect)) {
      Letter letter = letter(1, "");
      store.append(letter, Samples.LIMIT);
      time.advance(RETENTION.multipliedBy(2));
      store.purge(LetterFilter.all());
      time.advance(Duration.ofDays(1));
      store.purge(LetterFilter.all());

      store.append(letter, Samples.LIMIT);

      assertThat(store.stats().received()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayAfterTheRetentionTheIdIsForgotten(Dialect dialect) throws IOException {
    try (JdbcStore store = open(dialect)) {
      Letter letter = letter(1, "");
      store.append(letter, Samples.LIMIT);
      store.purge(LetterFilter.all());
      time.advance(RETENTION.plusDays(1).plusNanos(1));
      store.purge(LetterFilter.all());

      store.append(letter, Samples.LIMIT);

      assertThat(store.find(letter.id())).contains(letter);
      assertThat(store.stats().received()).isEqualTo(2);
    }
  }
}
