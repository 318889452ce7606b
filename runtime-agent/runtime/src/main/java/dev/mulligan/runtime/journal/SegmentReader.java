package dev.mulligan.runtime.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the lines of a segment, from a position on, also while it is written. A damaged line costs
 * only itself; what follows the last whole line is the torn tail of a write that was never
 * acknowledged, one under way, or blanks that are to be written over. Not thread-safe.
 */
final class SegmentReader {
  private static final int CHUNK = 1 << 20;

  /** A letter has 64 MiB at most. */
  private static final int LONGEST_LINE = 1 << 27;

  private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private static final byte[] BEGINNING = " {\"op\":\"".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final Lines lines;
  private final Lines header = new Lines("");
  private long cut;
  private long end;
  private int damaged;

  /** Lines that are damaged if a whole one follows; else they are the torn tail. */
  private int suspected;

  /** What is damaged before this line was read again, and stays damaged. */
  private long settled;

  /** Takes a line that is whole: where it begins in the file, and in the bytes. */
  interface Visitor {
    void line(int position, byte[] bytes, int offset, int length);
  }

  /**
   * Creates a reader.
   *
   * @param name the segment
   * @param from where to begin: 0, or where another reader ended
   * @param cut where the segment ends, whatever follows
   */
  SegmentReader(String name, long from, long cut) {
    this.name = name;
    this.lines = new Lines(SegmentName.salt(name));
    this.end = from;
    this.cut = cut;
  }

  /** Lowers the end; false if more than that has been read. */
  boolean cutAt(long position) {
    cut = Math.min(cut, position);
    return end <= cut;
  }

  /** Reads the whole lines that have been written since. */
  void read(Disk disk, Visitor visitor) throws IOException {
    read(disk, visitor, end > 0);
  }

  /** Reads all whole lines, also if what is damaged before them looks as if nothing was written. */
  void readThrough(Disk disk, Visitor visitor) throws IOException {
    read(disk, visitor, false);
  }

  private void read(Disk disk, Visitor visitor, boolean onlyIfWritten) throws IOException {
    long size = Math.min(disk.size(name), cut);
    if (size <= end) {
      return;
    }
    try (Disk.Input in = disk.open(name)) {
      if (onlyIfWritten && isUnwritten(in)) {
        return;
      }
      boolean through = false;
      while (!through) {
        through = pass(in, size, visitor);
      }
    }
  }

  /** Lines are written one after the other, so where the next begins tells whether there is one. */
  private boolean isUnwritten(Disk.Input in) throws IOException {
    byte[] next = new byte[1];
    return in.read(end, next, 0, 1) < 1 || next[0] == ' ';
  }

  /**
   * Reads from the last whole line on.
   *
   * @return false if a whole line follows what is not: the writer may have come by between reading
   *     the one and the other, so that all must be looked at again
   */
  private boolean pass(Disk.Input in, long size, Visitor visitor) throws IOException {
    byte[] buffer = new byte[(int) Math.min(CHUNK, size - end)];
    int filled = 0;
    long position = end;
    suspected = 0;
    while (position + filled < size) {
      if (filled == buffer.length) {
        buffer = larger(buffer);
      }
      int wanted = (int) Math.min(buffer.length - filled, size - position - filled);
      int read = in.read(position + filled, buffer, filled, wanted);
      if (read <= 0) {
        break;
      }
      filled += read;
      int used = lines(position, buffer, filled, visitor);
      if (used < 0) {
        return false;
      }
      System.arraycopy(buffer, used, buffer, 0, filled - used);
      filled -= used;
      position += used;
    }
    return true;
  }

  private byte[] larger(byte[] buffer) throws IOException {
    if (buffer.length >= LONGEST_LINE) {
      throw new IOException("a line of " + name + " is longer than " + LONGEST_LINE + " bytes");
    }
    try {
      return Arrays.copyOf(buffer, buffer.length * 2);
    } catch (OutOfMemoryError e) {
      throw new IOException("a line of " + name + " is longer than memory allows", e);
    }
  }

  /** Returns how many bytes are done, or -1 if they must be read again. */
  private int lines(long position, byte[] bytes, int filled, Visitor visitor) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int begin = 0;
    for (int end = lineFeed(words, 0, filled); end < filled; end = lineFeed(words, begin, filled)) {
      if (!line(position + begin, bytes, begin, end - begin, visitor)) {
        return -1;
      }
      begin = end + 1;
    }
    return begin;
  }

  /**
   * Finds the first line feed, or returns the end: eight bytes at a time, of which one is zero
   * after the exclusive or (Mycroft's test; the lowest byte it names is right).
   */
  private static int lineFeed(ByteBuffer words, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = words.getLong(at) ^ LINE_FEEDS;
      long zero = (word - LOW_BITS) & ~word & HIGH_BITS;
      if (zero != 0) {
        return at + Long.numberOfTrailingZeros(zero) / Byte.SIZE;
      }
    }
    while (at < to && words.get(at) != '\n') {
      at++;
    }
    return at;
  }

  private boolean line(long position, byte[] bytes, int offset, int length, Visitor visitor) {
    if (isWhole(position, bytes, offset, length)) {
      return take(position, bytes, offset, length, visitor);
    }
    int second = secondOf(position, bytes, offset, length);
    if (second < 0) {
      suspected++;
      return true;
    }
    int first = second - offset - 1;
    if (!isWhole(position, bytes, offset, first)) {
      suspected++;
    } else if (take(position, bytes, offset, first, visitor)) {
      // Only the line feed between the two is damaged.
      damaged++;
    } else {
      return false;
    }
    return take(position + second - offset, bytes, second, offset + length - second, visitor);
  }

  private boolean isWhole(long position, byte[] bytes, int offset, int length) {
    return (position == 0 ? header : lines).isWhole(position, bytes, offset, length);
  }

  /** Finds a whole line at the end of a damaged one, or returns -1. */
  private int secondOf(long position, byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int at = offset + Lines.PREFIX; at < end; at++) {
      int begin = at - Lines.PREFIX + 1;
      if (begin > offset
          && startsWith(BEGINNING, bytes, at, end)
          && lines.isWhole(position + begin - offset, bytes, begin, end - begin)) {
        return begin;
      }
    }
    return -1;
  }

  /** Returns whether the line was taken; not if it shows that others must be read again. */
  private boolean take(long position, byte[] bytes, int offset, int length, Visitor visitor) {
    if (suspected > 0 && position > settled) {
      settled = position;
      return false;
    }
    visitor.line((int) position, bytes, offset + Lines.PREFIX, length - Lines.PREFIX);
    damaged += suspected;
    suspected = 0;
    end = position + length + 1;
    return true;
  }

  private static boolean startsWith(byte[] wanted, byte[] bytes, int at, int end) {
    int length = wanted.length;
    return end - at >= length && Arrays.equals(wanted, 0, length, bytes, at, at + length);
  }

  /** Tells whether bytes begin as all lines do, but for the checksum. */
  static boolean isLine(byte[] bytes) {
    return startsWith(BEGINNING, bytes, Lines.PREFIX - 1, bytes.length);
  }

  /** Where the last whole line ends. */
  long end() {
    return end;
  }

  /** How many lines before that are damaged. */
  int damaged() {
    return damaged;
  }
}
