package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bit flips and truncations of a journal of 64 records. */
class DamagedSegmentTest {
  private static final int LETTERS = 64;
  private static final JournalLimits LIMITS =
      new JournalLimits(100_000, Duration.ofDays(1), 1 << 20, 1 << 20);

  /** In every build one bit of each byte; in the campaign all of them. */
  private static final boolean ALL_BITS = Boolean.getBoolean("crash.allBits");

  private final List<String> ids = new ArrayList<>();
  private String name = "";
  private byte[] whole = {};

  /** As it is while it is written. */
  private byte[] reserved = {};

  @BeforeEach
  void write() throws IOException {
    SimulatedDisk disk = new SimulatedDisk(1);
    JournalCore core = new JournalCore(disk, LIMITS, Samples.salts());
    core.open();
    for (int i = 0; i < LETTERS; i++) {
      Letter letter = letter(i);
      core.run(List.of(new Task<>(new AppendStep(letter, LetterJson.write(letter)), 1)), false);
      ids.add(letter.id());
    }
    name = disk.files().keySet().iterator().next();
    reserved = disk.files().get(name);
    core.close();
    whole = disk.files().get(name);
  }

  @Test
  void aBitFlipCostsOnlyTheRecordThatItTouches() throws IOException {
    int[] records = recordOfEachByte();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = ALL_BITS ? 0 : at % 8; bit < (ALL_BITS ? 8 : at % 8 + 1); bit++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (1 << bit);
        BitSet lost = lost(damaged);
        boolean onlyItself =
            lost.isEmpty() || (lost.cardinality() == 1 && lost.get(records[at] - 1));
        // The header is of no record, and a line feed that is damaged costs nothing but the last.
        boolean noticed = records[at] == 0 || whole[at] == '\n' || !lost.isEmpty();
        assertThat(onlyItself && noticed).as("bit %s of byte %s costs %s", bit, at, lost).isTrue();
      }
    }
  }

  @Test
  void aTruncationCostsOnlyWhatIsCutOff() throws IOException {
    int[] records = recordOfEachByte();
    for (int length = 0; length < whole.length; length++) {
      BitSet lost = lost(Arrays.copyOf(whole, length));
      BitSet expected = new BitSet();
      expected.set(Math.max(0, records[length] - 1), LETTERS);
      assertThat(lost).as("cut at %s", length).isEqualTo(expected);
    }
  }

  @Test
  void aBitFlipInWhatIsReservedCostsNothing() throws IOException {
    assertThat(reserved.length).isGreaterThan(whole.length);
    for (int at = whole.length; at < reserved.length; at += 61) {
      byte[] damaged = reserved.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      assertThat(lost(damaged).cardinality()).as("byte %s", at).isZero();
    }
  }

  @Test
  void whatIsWrittenWhileItIsReadIsNotPassedOver() throws IOException {
    for (int page = 1_000; page < whole.length; page += 1_000) {
      List<Integer> lines = new ArrayList<>();
      SegmentReader reader = new SegmentReader(name, 0, Long.MAX_VALUE);
      Disk disk = new BusyDisk(whole, page);
      reader.read(disk, (position, bytes, offset, length) -> lines.add(position));
      reader.read(disk, (position, bytes, offset, length) -> lines.add(position));
      assertThat(lines).hasSize(LETTERS + 1).doesNotHaveDuplicates();
      assertThat(reader.damaged()).isZero();
    }
  }

  @Test
  void aLineThatIsCopiedBehindTheLastIsNotTaken() throws IOException {
    int begin = 0;
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] == '\n') {
        byte[] copied = Arrays.copyOf(whole, whole.length + i + 1 - begin);
        System.arraycopy(whole, begin, copied, whole.length, i + 1 - begin);
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.put(name, copied);
        SegmentReader reader = new SegmentReader(name, 0, Long.MAX_VALUE);
        reader.read(disk, (position, bytes, offset, length) -> {});
        assertThat(reader.end()).isEqualTo(whole.length);
        begin = i + 1;
      }
    }
  }

  private int[] recordOfEachByte() {
    int[] records = new int[whole.length];
    int record = 0;
    for (int i = 0; i < whole.length; i++) {
      records[i] = record;
      record += whole[i] == '\n' ? 1 : 0;
    }
    return records;
  }

  /** Which letters are not there any more; those that are there were checked as a whole. */
  private BitSet lost(byte[] bytes) throws IOException {
    SimulatedDisk disk = new SimulatedDisk(1);
    disk.put(name, bytes);
    LetterIndex index = new LetterIndex();
    new SegmentSet(disk, List::of).read(index, null);
    BitSet lost = new BitSet();
    for (int i = 0; i < LETTERS; i++) {
      lost.set(i, index.find(ids.get(i)) == Rows.NONE);
    }
    if (index.rows.count() != LETTERS - lost.cardinality()) {
      fail("there are letters that were never written");
    }
    return lost;
  }
}
