package dev.mulligan.runtime.journal;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A process that writes letters and says which are kept, until it is killed. */
final class KilledWriter {
  private static final int THREADS = 8;
  private static final JournalLimits LIMITS =
      new JournalLimits(8_000, Duration.ofDays(1), 1 << 30, 1 << 30);
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private KilledWriter() {}

  static Process start(SharedClasses classes, Path folder, int life, int haltAt)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(classes.options());
    command.addAll(
        List.of(
            KilledWriter.class.getName(),
            folder.toString(),
            String.valueOf(life),
            String.valueOf(haltAt)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The life, the thread and the number are in the id. */
  static Letter letter(int life, int thread, int number) {
    String id = Samples.id(life + 1L, ((long) thread << 32) + number);
    return new Letter(
        id,
        "shop.Pay#pay(java.lang.String)",
        "queue-" + thread,
        LetterReason.FAILED,
        FailureType.NETWORK,
        "shop.Pay",
        "pay",
        "life-" + life,
        "",
        List.of(
            new LetterArgument(
                "text", "String", "\"" + "é\\n".repeat(number % 40) + number + "\"", "")),
        "failed " + id,
        List.of(),
        Samples.AT,
        Samples.AT,
        LATER,
        new LetterOrigin("t", "h", "", null, Map.of()),
        LetterStatus.FRESH);
  }

  static int thread(String id) {
    return (int) (LetterId.of(id).rest() >>> 32);
  }

  static int number(String id) {
    return (int) LetterId.of(id).rest();
  }

  public static void main(String[] arguments) throws IOException {
    int life = Integer.parseInt(arguments[1]);
    HaltingDisk disk =
        new HaltingDisk(new FileDisk(Path.of(arguments[0])), Integer.parseInt(arguments[2]));
    Random random = new Random();
    Journal journal =
        Journal.open(disk, LIMITS, () -> HexFormat.of().toHexDigits(random.nextLong()), true);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      new Thread(() -> write(journal, life, thread, out)).start();
    }
  }

  private static void write(Journal journal, int life, int thread, PrintStream out) {
    try {
      for (int number = 0; ; number++) {
        Letter letter = letter(life, thread, number);
        journal.append(letter, Samples.LIMIT);
        synchronized (out) {
          out.println(thread + " " + number + " kept");
        }
        if (number % 4 == 3) {
          // Changes fill segments with what is not needed, so that they are compacted.
          long token =
              journal.claim(letter.id(), "me", Duration.ofHours(1)).orElseThrow().status().token();
          journal.settle(letter.id(), token, Settlement.FAILED);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
