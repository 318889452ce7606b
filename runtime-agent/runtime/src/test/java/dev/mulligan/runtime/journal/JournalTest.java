package dev.mulligan.runtime.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final MemoryDisk disk = new MemoryDisk();

  @Test
  void whatWasAppendedIsThereAfterReopening() throws IOException {
    Journal journal = Journal.open(disk);
    journal.append(letter("a"), LIMIT);
    journal.append(letter("b"), LIMIT);
    journal.change("a", LetterState.REPLAYED, 2);

    Journal reopened = Journal.open(disk);

    assertThat(reopened.list(LetterFilter.all()))
        .containsExactly(letter("a").with(LetterState.REPLAYED, 2), letter("b"));
    assertThat(reopened.list(LetterFilter.waiting())).containsExactly(letter("b"));
  }

  @Test
  void everyLineIsAChecksumAndJson() throws IOException {
    Journal.open(disk).append(letter("a"), LIMIT);

    List<String> lines = new String(onlyFile(), UTF_8).lines().toList();

    assertThat(lines).hasSize(2).allMatch(line -> line.matches("(?s)[0-9a-f]{8} \\{.*}"));
    assertThat(lines.get(1)).contains("\"value\":{\"n\":1}");
  }

  @Test
  void anyFlippedBitCostsOnlyTheRecordItIsIn() throws IOException {
    Journal journal = Journal.open(disk);
    for (String id : List.of("a", "b", "c")) {
      journal.append(letter(id), LIMIT);
    }
    String name = disk.files.firstKey();
    byte[] whole = onlyFile();
    int headerEnd = indexOf(whole, '\n', 0);

    for (int i = headerEnd + 1; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      disk.files.put(name, damaged);
      List<String> left = ids(Journal.open(disk));
      disk.files.keySet().removeIf(file -> file.endsWith(".torn"));
      // A damaged line feed joins two records, and both are lost.
      assertThat(left.size()).isGreaterThanOrEqualTo(1);
      assertThat(List.of("a", "b", "c")).containsAll(left);
      if (whole[i] != '\n') {
        assertThat(left).hasSize(2);
      }
    }
  }

  @Test
  void aTornTailIsCutOffIntoAFileOfItsOwn() throws IOException {
    Journal journal = Journal.open(disk);
    journal.append(letter("a"), LIMIT);
    journal.append(letter("b"), LIMIT);
    String name = disk.files.firstKey();
    byte[] whole = onlyFile();
    int secondEnd = indexOf(whole, '\n', indexOf(whole, '\n', 0) + 1);

    for (int cut = secondEnd + 2; cut < whole.length; cut++) {
      disk.files.clear();
      disk.files.put(name, Arrays.copyOf(whole, cut));
      assertThat(ids(Journal.open(disk))).containsExactly("a");
      assertThat(disk.files.get(name)).hasSize(secondEnd + 1);
      assertThat(disk.files.get(name + "." + (secondEnd + 1) + ".torn"))
          .hasSize(cut - secondEnd - 1);
    }
  }

  @Test
  void staleBytesOfAnotherSegmentNeverPass() throws IOException {
    Journal.open(disk).append(letter("a"), LIMIT);
    byte[] old = onlyFile();
    byte[] oldRecord = Arrays.copyOfRange(old, indexOf(old, '\n', 0) + 1, old.length);
    disk.files.clear();
    Journal.open(disk).append(letter("b"), LIMIT);
    String name = disk.files.firstKey();
    byte[] fresh = onlyFile();
    byte[] both = Arrays.copyOf(fresh, fresh.length + oldRecord.length);
    System.arraycopy(oldRecord, 0, both, fresh.length, oldRecord.length);
    disk.files.put(name, both);

    assertThat(ids(Journal.open(disk))).containsExactly("b");
  }

  @Test
  void aSegmentWhoseForceFailedIsNeverTouchedAgain() throws IOException {
    Journal journal = Journal.open(disk);
    journal.append(letter("a"), LIMIT);
    disk.failForces = 1;

    journal.append(letter("b"), LIMIT);
    journal.append(letter("c"), LIMIT);

    assertThat(disk.files).hasSize(2);
    assertThat(ids(Journal.open(disk))).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aFullDiskIsSaidAndPasses() throws IOException {
    Journal journal = Journal.open(disk);
    disk.full = true;
    assertThatThrownBy(() -> journal.append(letter("a"), LIMIT))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("No space left on device");

    disk.full = false;
    journal.append(letter("b"), LIMIT);

    assertThat(ids(journal)).containsExactly("b");
  }

  @Test
  void aDiskThatTakesNamesButNoBytesLeaksNothing() throws IOException {
    Journal journal = Journal.open(disk);
    disk.fullForBytes = true;
    for (int i = 0; i < 5; i++) {
      String id = "letter-" + i;
      assertThatThrownBy(() -> journal.append(letter(id), LIMIT)).isInstanceOf(IOException.class);
    }

    assertThat(disk.open).isZero();
    assertThat(disk.files).isEmpty();
  }

  @Test
  void aDamagedHeaderCostsOnlyItself() throws IOException {
    Journal.open(disk).append(letter("a"), LIMIT);
    byte[] file = onlyFile();
    file[12] ^= 1;

    assertThat(ids(Journal.open(disk))).containsExactly("a");
  }

  @Test
  void aLetterThatIsDoneStaysDone() throws IOException {
    Journal journal = Journal.open(disk);
    journal.append(letter("a"), LIMIT);
    journal.change("a", LetterState.DISCARDED, 0);
    journal.change("a", LetterState.STORED, 1);

    assertThat(journal.list(LetterFilter.waiting())).isEmpty();
    assertThat(Journal.open(disk).list(LetterFilter.waiting())).isEmpty();
  }

  @Test
  void aRecordThatIsDamagedWhileOpenCostsOnlyItself() throws IOException {
    Journal journal = Journal.open(disk);
    journal.append(letter("a"), LIMIT);
    journal.append(letter("b"), LIMIT);
    byte[] file = onlyFile();
    file[indexOf(file, '\n', 0) + 30] ^= 1;

    assertThat(ids(journal)).containsExactly("b");
  }

  @Test
  void manyWritersShareForces() throws Exception {
    Journal journal = Journal.open(disk);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      String id = "letter-" + i;
      threads.add(
          new Thread(
              () -> {
                try {
                  journal.append(letter(id), LIMIT);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(ids(Journal.open(disk))).hasSize(32);
    // One force for the header, and at most one a letter.
    assertThat(disk.forces).isLessThanOrEqualTo(33);
  }

  @Test
  void anInterruptedThreadStillKeepsItsLetterAndItsFlag() throws IOException {
    Journal journal = Journal.open(disk);
    Thread.currentThread().interrupt();
    try {
      journal.append(letter("a"), LIMIT);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(ids(journal)).containsExactly("a");
  }

  @Test
  void aRealFolderIsForItsOwnerAlone(@TempDir Path folder) throws IOException {
    Path inner = folder.resolve("journal");
    Journal.open(inner).append(letter("a"), LIMIT);

    assertThat(ids(Journal.open(inner))).containsExactly("a");
    try (var files = Files.list(inner)) {
      assertThat(Files.getPosixFilePermissions(files.findFirst().orElseThrow()))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  private byte[] onlyFile() {
    assertThat(disk.files).hasSize(1);
    return disk.files.firstEntry().getValue();
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    int i = from;
    while (bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  private static List<String> ids(Journal journal) throws IOException {
    return journal.list(LetterFilter.all()).stream().map(Letter::id).toList();
  }

  private static Letter letter(String id) {
    Instant at = Instant.parse("2030-01-01T00:00:00.123Z");
    return new Letter(
        id,
        "com.acme.Pay#pay(java.lang.Object)",
        "default",
        LetterState.STORED,
        LetterReason.FAILED,
        FailureType.NETWORK,
        "com.acme.Pay",
        "pay",
        null,
        List.of(
            new LetterArgument("order", "java.lang.Object", "{\"n\":1}", ""),
            new LetterArgument("pin", "java.lang.String", null, "[redacted]")),
        "java.io.IOException: größer\n\u2028 \"quoted\"",
        List.of(new LetterAttempt(1, at, Duration.ofMillis(3), FailureType.NETWORK, "failed")),
        at,
        at,
        at.plusSeconds(60),
        "main",
        "host",
        0);
  }
}
