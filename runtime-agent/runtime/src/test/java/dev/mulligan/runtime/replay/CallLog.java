package dev.mulligan.runtime.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A file in which processes write down, one after another, what they do with which letter. It is
 * not forced: what a process has handed to its system outlives the process.
 */
final class CallLog implements AutoCloseable {
  /** A call begins. */
  static final char BEGUN = 'b';

  /** The store has acknowledged that the letter is done. */
  static final char DONE = 'd';

  /** The process was killed. */
  static final char KILLED = 'k';

  private static final int LINE = 10;

  private final FileChannel channel;

  private CallLog(FileChannel channel) {
    this.channel = channel;
  }

  static CallLog append(Path file) throws IOException {
    return new CallLog(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  void add(char what, long number) throws IOException {
    ByteBuffer line = ByteBuffer.wrap("%c%08d%n".formatted(what, number).getBytes(US_ASCII));
    while (line.hasRemaining()) {
      int unused = channel.write(line);
    }
  }

  /** Reads all entries in order, but for one that a kill has cut off. */
  static Stream<Entry> read(Path file) throws IOException {
    return Files.lines(file, US_ASCII)
        .filter(line -> line.length() == LINE - 1)
        .map(line -> new Entry(line.charAt(0), Integer.parseInt(line.substring(1))));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  record Entry(char what, int number) {}
}
