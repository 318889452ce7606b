package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.LIMIT;
import static dev.mulligan.runtime.journal.Samples.letter;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal does beyond what every store does. */
class JournalTest {
  private static final JournalLimits SMALL =
      new JournalLimits(4_000, Duration.ofDays(1), 20_000, 1 << 20);
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final List<Journal> opened = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void close() throws IOException {
    for (Journal journal : opened) {
      journal.close();
    }
  }

  private Journal open() throws IOException {
    return open(JournalLimits.DEFAULT);
  }

  private Journal open(JournalLimits limits) throws IOException {
    Journal journal = Journal.open(folder.resolve("journal"), limits);
    opened.add(journal);
    return journal;
  }

  private List<Path> files(String suffix) throws IOException {
    try (var files = Files.list(folder.resolve("journal"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  @Test
  void poisonArgumentsAreCountedByCall() throws IOException {
    Journal journal = open();
    Letter poison =
        LetterJson.read(
            LetterJson.write(letter(2)).replace("\"reason\":\"FAILED\"", "\"reason\":\"POISON\""));
    journal.append(letter(1), LIMIT);
    journal.append(poison, LIMIT);
    journal.append(Samples.letter(Samples.id(1, 3), "same"), LIMIT);
    assertThat(journal.stats().poisonByCall()).containsExactly(Map.entry(poison.callId(), 1L));

    journal.close();
    Journal reopened = open();
    assertThat(reopened.stats().poisonByCall()).containsExactly(Map.entry(poison.callId(), 1L));
    LetterStats.Counting counting = new LetterStats.Counting();
    reopened.list(LetterFilter.all(), null, 10).forEach(counting::add);
    assertThat(counting.stats(0, 0)).isEqualTo(reopened.stats());
    assertThat(reopened.discard(poison.id())).isTrue();
    assertThat(reopened.stats().poisonByCall()).isEmpty();
  }

  @Test
  void everyLineIsAChecksumAndJson() throws IOException {
    open().append(letter(1), LIMIT);

    List<String> lines = Files.readAllLines(files(".journal").get(0), UTF_8);

    assertThat(lines).hasSize(2).allMatch(line -> line.matches("(?s)[0-9a-f]{8} \\{.*}"));
    assertThat(lines.get(1)).contains("\"value\":\"" + letter(1).id() + "\"");
  }

  @Test
  void aFolderIsForItsOwnerAlone() throws IOException {
    open().append(letter(1), LIMIT);

    for (Path file : files("")) {
      assertThat(Files.getPosixFilePermissions(file))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  @Test
  void aTornTailIsCutOffIntoAFileOfItsOwn() throws IOException {
    Journal journal = open();
    journal.append(letter(1), LIMIT);
    journal.close();
    Path segment = files(".journal").get(0);
    long whole = Files.size(segment);
    Files.writeString(segment, "12345678 {\"op\":\"let", java.nio.file.StandardOpenOption.APPEND);

    assertThat(ids(open())).containsExactly(letter(1).id());

    assertThat(Files.size(segment)).isEqualTo(whole);
    assertThat(files(".torn")).hasSize(1);
    assertThat(Files.readString(files(".torn").get(0))).isEqualTo("12345678 {\"op\":\"let");
  }

  @Test
  void aSegmentThatSomebodyRemovesIsNotWrittenAnyLonger() throws IOException {
    Journal journal = open();
    journal.append(letter(1), LIMIT);
    Files.delete(files(".journal").get(0));

    journal.append(letter(2), LIMIT);

    assertThat(ids(journal)).containsExactly(letter(2).id());
    journal.close();
    assertThat(ids(open())).containsExactly(letter(2).id());
  }

  @Test
  void aRecordThatIsDamagedWhileOpenCostsOnlyItself() throws IOException {
    Journal journal = open();
    journal.append(letter(1), LIMIT);
    journal.append(letter(2), LIMIT);
    Path segment = files(".journal").get(0);
    String text = Files.readString(segment);
    Files.writeString(
        segment, text.replace("IOException: " + letter(1).id(), "IOException: " + letter(9).id()));

    assertThat(ids(journal)).containsExactly(letter(2).id());
    assertThatThrownBy(() -> journal.find(letter(1).id()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged record in letters-");
  }

  @Test
  void whatIsPurgedIsReadOnlyIfTheFilterNeedsIt() throws IOException {
    Journal journal = open();
    for (int number = 1; number <= 3; number++) {
      journal.append(letter(number), LIMIT);
    }
    Path segment = files(".journal").get(0);
    String text = Files.readString(segment);
    Files.writeString(
        segment, text.replace("IOException: " + letter(1).id(), "IOException: " + letter(9).id()));

    assertThat(journal.purge(LetterFilter.all().text(letter(2).id()))).isEqualTo(1);
    assertThat(journal.purge(LetterFilter.all().queue("other"))).isZero();
    assertThat(journal.purge(LetterFilter.waiting())).isEqualTo(2);
    assertThat(ids(journal)).isEmpty();
  }

  @Test
  void segmentsAreClosedAndReadAgain() throws IOException {
    Journal journal = open(new JournalLimits(4_000, Duration.ofDays(1), 1 << 20, 1 << 20));
    for (int i = 0; i < 40; i++) {
      journal.append(letter(i), LIMIT);
    }

    assertThat(files(".journal")).hasSizeGreaterThan(3);
    assertThat(ids(journal)).hasSize(40);
    assertThat(ids(open())).hasSize(40);
  }

  @Test
  void whatIsNotKeptAnyLongerGoesToTheArchive() throws IOException {
    Journal journal = open(SMALL);
    for (int i = 0; i < 12; i++) {
      String id = letter(i).id();
      journal.append(letter(id, "", "\"old " + i + "\"", LONG_AGO), LIMIT);
    }
    for (int i = 100; i < 120; i++) {
      journal.append(letter(i), LIMIT);
    }
    journal.close();
    Journal reopened = open(SMALL);
    reopened.append(letter(200), LIMIT);

    LetterStats stats = reopened.stats();

    assertThat(stats.removed()).isEqualTo(12);
    assertThat(stats.received()).isEqualTo(33);
    assertThat(archived()).contains("\"old 0\"", "\"old 1\"");
  }

  private String archived() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path archive : files(".archive.gz")) {
      byte[] packed = Files.readAllBytes(archive);
      text.append(
          new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), UTF_8));
    }
    return text.toString();
  }

  @Test
  void aJournalThatIsTooLargeGivesUpItsOldestLettersAndCountsThem() throws IOException {
    Journal journal = open(SMALL);
    for (int i = 0; i < 100; i++) {
      journal.append(letter(i), LIMIT);
    }

    LetterStats stats = journal.stats();

    assertThat(stats.removed()).isPositive();
    assertThat(stats.received()).isEqualTo(100);
    assertThat(ids(journal)).contains(letter(99).id()).doesNotContain(letter(0).id());
  }

  @Test
  void whatBecameOfLettersOutlivesCompaction() throws IOException {
    Journal journal = open(new JournalLimits(3_000, Duration.ofDays(1), 1 << 20, 1 << 20));
    for (int i = 0; i < 30; i++) {
      Letter kept = journal.append(letter(i), LIMIT);
      if (i % 3 == 0) {
        long token = journal.claim(kept.id(), "me", LIMIT).orElseThrow().status().token();
        journal.settle(kept.id(), token, Settlement.REPLAYED);
      }
      if (i % 3 == 1) {
        journal.purge(LetterFilter.all().text(kept.id()));
      }
    }
    int segments = files(".journal").size();
    journal.close();

    Journal reopened = open();
    LetterStats stats = reopened.stats();

    // 30 letters and 40 changes of some 250 to 600 bytes would fill more segments of 3,000 bytes.
    assertThat(segments).isLessThan(12);
    assertThat(stats.byState())
        .isEqualTo(Map.of(LetterState.STORED, 10L, LetterState.REPLAYED, 10L));
    assertThat(stats.removed()).isEqualTo(10);
  }

  @Test
  void anotherProcessSeesLettersThatMoveMeanwhile() throws IOException {
    Journal other = open();
    Journal journal = open(new JournalLimits(3_000, Duration.ofDays(1), 1 << 20, 1 << 20));
    for (int i = 0; i < 30; i++) {
      journal.append(letter(i), LIMIT);
      assertThat(other.find(letter(i).id())).isPresent();
      if (i % 2 == 0) {
        assertThat(other.purge(LetterFilter.all().text(letter(i).id()))).isEqualTo(1);
      }
    }

    assertThat(ids(other)).hasSize(15).isEqualTo(ids(journal));
  }

  @Test
  void anIdOfAnotherFormIsRefused() throws IOException {
    Journal journal = open();

    assertThatThrownBy(() -> journal.append(letter("a", ""), LIMIT))
        .isInstanceOf(IOException.class)
        .hasMessage("id a is not 28 hexadecimal digits");
  }

  private static List<String> ids(Journal journal) throws IOException {
    return journal.list(LetterFilter.all(), null, 1_000).stream().map(Letter::id).toList();
  }
}
