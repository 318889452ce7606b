package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.letter;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one process sees of segments that another one writes. */
class SegmentSetTest {
  private static final JournalLimits LIMITS =
      new JournalLimits(20_000, Duration.ofDays(1), 1 << 20, 1 << 20);

  /** So many have blanks behind them. */
  private static final int SOME = 10;

  private final SimulatedDisk disk = new SimulatedDisk(1);
  private final JournalCore writer = new JournalCore(disk, LIMITS, Samples.salts());
  private final LetterIndex index = new LetterIndex();

  @BeforeEach
  void write() throws IOException {
    writer.open();
    for (int i = 0; i < SOME; i++) {
      append(i);
    }
    String name = disk.files().keySet().iterator().next();
    assertThat(new String(disk.files().get(name), UTF_8)).endsWith("  ");
  }

  private void append(int number) {
    Letter letter = letter(number);
    writer.run(List.of(new Task<>(new AppendStep(letter, LetterJson.write(letter)), 1)), false);
  }

  @Test
  void aLetterThatIsWrittenOverBlanksIsSeen() throws IOException {
    SegmentSet set = new SegmentSet(disk, List::of);
    set.read(index, null);
    append(SOME);
    set.read(index, null);

    assertThat(index.find(letter(SOME).id())).isNotEqualTo(Rows.NONE);
  }

  @Test
  void aSegmentThatCouldNotBeReadOnceIsReadAgainThoughItDoesNotGrow() throws IOException {
    boolean[] fails = {true};
    Disk flaky =
        new ForwardingDisk(disk) {
          @Override
          public Input open(String name) throws IOException {
            if (fails[0]) {
              throw new IOException("too many open files");
            }
            return super.open(name);
          }
        };
    SegmentSet set = new SegmentSet(flaky, List::of);
    set.read(index, null);
    assertThat(set.isComplete()).isFalse();
    fails[0] = false;
    append(SOME);
    set.read(index, null);

    assertThat(set.isComplete()).isTrue();
    assertThat(index.find(letter(SOME).id())).isNotEqualTo(Rows.NONE);
  }

  @Test
  void aFileThatDoesNotBeginAsASegmentIsNotRead() throws IOException {
    disk.put("letters-20300101T000000000-0123456789abcdef.journal", new byte[SOME << 20]);
    long[] read = {0};
    Disk counting =
        new ForwardingDisk(disk) {
          @Override
          public Input open(String name) throws IOException {
            Input input = super.open(name);
            return new Input() {
              @Override
              public int read(long position, byte[] into, int offset, int length)
                  throws IOException {
                read[0] += length;
                return input.read(position, into, offset, length);
              }

              @Override
              public void close() throws IOException {
                input.close();
              }
            };
          }
        };
    SegmentSet set = new SegmentSet(counting, List::of);
    set.read(index, null);
    append(SOME);
    set.read(index, null);

    assertThat(read[0]).isLessThan(2 << 20);
    assertThat(set.isComplete()).isTrue();
    assertThat(index.find(letter(SOME).id())).isNotEqualTo(Rows.NONE);
  }

  @Test
  void whatIsBehindALostLineIsReadBeforeItIsCutOff() throws IOException {
    SegmentSet set = new SegmentSet(disk, List::of);
    set.read(index, null);
    String name = disk.files().keySet().iterator().next();
    int end = (int) set.end(name);
    append(SOME);
    append(SOME + 1);
    byte[] bytes = disk.files().get(name);
    bytes[end] = ' ';
    disk.put(name, bytes);
    set.read(index, null);
    assertThat(index.find(letter(SOME + 1).id())).isEqualTo(Rows.NONE);
    set.readThrough(name, index);

    assertThat(index.find(letter(SOME + 1).id())).isNotEqualTo(Rows.NONE);
    assertThat(index.find(letter(SOME).id())).isEqualTo(Rows.NONE);
  }
}
