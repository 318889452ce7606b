package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Cut;
import dev.mulligan.runtime.journal.Record.Header;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Appends to segments of this process's own. A segment whose force failed is never touched again:
 * the file system may have dropped what it could not write, and would report success the next time.
 * Its unacknowledged lines go to a new segment, whose header says where the old one ends. Not
 * thread-safe.
 */
final class SegmentWriter implements Closeable {
  private static final int SLICE = 1 << 18;
  private static final int SMALL = 1 << 16;

  private final Disk disk;
  private final JournalLimits limits;
  private final Supplier<String> salts;
  private final List<Cut> cuts = new ArrayList<>();
  private final ObjLongConsumer<String> rolled;
  private @Nullable Segment segment;

  /**
   * Creates a writer.
   *
   * @param disk where
   * @param limits when a segment is closed
   * @param salts gives each segment another one
   * @param rolled told of each segment that is closed, and where it ends
   */
  SegmentWriter(
      Disk disk, JournalLimits limits, Supplier<String> salts, ObjLongConsumer<String> rolled) {
    this.disk = disk;
    this.limits = limits;
    this.salts = salts;
    this.rolled = rolled;
  }

  /**
   * Writes records together, and forces them.
   *
   * @return where they are
   * @throws IOException if they could not be written in a new segment either
   */
  List<Position> write(List<String> records) throws IOException {
    try {
      return writeAndForce(records);
    } catch (IOException | RuntimeException | Error first) {
      Log.warn("The journal's segment is given up", first);
      giveUp();
      try {
        return writeAndForce(records);
      } catch (IOException | RuntimeException | Error second) {
        giveUp();
        second.addSuppressed(first);
        throw second;
      }
    }
  }

  private List<Position> writeAndForce(List<String> records) throws IOException {
    Segment current = current();
    List<Position> positions = new ArrayList<>(records.size());
    List<byte[]> lines = new ArrayList<>(records.size());
    long position = current.size;
    for (String record : records) {
      byte[] line = current.lines.encode(position, record);
      positions.add(new Position(current.name, (int) position, line.length - 1));
      lines.add(line);
      position += line.length;
    }
    write(current.output, lines, (int) (position - current.size));
    if (position > current.reserved) {
      reserve(current, position);
    }
    current.output.force();
    current.size = position;
    return positions;
  }

  /** Nothing in a small segment, which people may look at, and nothing beyond its usual size. */
  private void reserve(Segment current, long position) {
    boolean small = position < Math.min(SMALL, limits.segmentBytes() / 8);
    long ahead = small ? 0 : Math.min(SLICE, position / 2);
    long fits = Math.min(ahead, limits.segmentBytes() - position);
    if (fits > 0) {
      try {
        current.output.reserve((int) fits);
        current.reserved = position + fits;
      } catch (IOException full) {
        // What matters is written already; what room is left is for others.
        current.reserved = limits.segmentBytes();
        trim(current);
      }
    }
  }

  /** In slices: the JDK keeps a buffer of the largest write of each thread for ever. */
  private static void write(Disk.Output output, List<byte[]> lines, int total) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(total);
    lines.forEach(all::put);
    all.flip();
    while (all.hasRemaining()) {
      int length = Math.min(SLICE, all.remaining());
      output.write(all.slice(all.position(), length));
      all.position(all.position() + length);
    }
  }

  private Segment current() throws IOException {
    Segment known = segment;
    if (known != null) {
      boolean old = Time.now().isAfter(known.begun.plus(limits.segmentAge()));
      if (known.size < limits.segmentBytes() && !old) {
        return known;
      }
      roll();
    }
    Segment fresh = begin();
    segment = fresh;
    return fresh;
  }

  private Segment begin() throws IOException {
    Instant now = Time.now();
    String salt = salts.get();
    String name = SegmentName.of(now, salt);
    Closeable claim = disk.claim(name);
    if (claim == null) {
      throw new IOException(name + " is locked by another process");
    }
    Disk.Output output = null;
    try {
      output = disk.create(name);
      byte[] header =
          new Lines("").encode(0, Records.write(new Header(salt, List.of(), List.copyOf(cuts))));
      output.write(ByteBuffer.wrap(header));
      output.force();
      disk.forceFolder();
      cuts.clear();
      return new Segment(name, salt, now, output, claim, header.length);
    } catch (IOException | RuntimeException | Error e) {
      undo(name, output, claim, e);
      throw e;
    }
  }

  private void undo(String name, Disk.@Nullable Output output, Closeable claim, Throwable failure) {
    try (claim) {
      if (output != null) {
        output.close();
      }
      disk.delete(name);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Closes the segment; the next record begins another one. */
  void roll() {
    Segment current = segment;
    if (current != null) {
      trim(current);
      end(current);
    }
  }

  private static void trim(Segment current) {
    try {
      current.output.trim();
    } catch (IOException | RuntimeException e) {
      Log.warn("The journal's segment " + current.name + " ends in blanks", e);
    }
  }

  private void end(Segment current) {
    segment = null;
    rolled.accept(current.name, current.size);
    try (current.claim) {
      current.output.close();
    } catch (IOException | RuntimeException e) {
      Log.warn("The journal's segment " + current.name + " cannot be closed", e);
    }
  }

  private void giveUp() {
    Segment current = segment;
    if (current != null) {
      cuts.add(new Cut(current.name, current.size));
      end(current);
    }
  }

  /** Ends of segments that no header says yet. */
  List<Cut> unwrittenCuts() {
    return List.copyOf(cuts);
  }

  /** The segment that is being written, or null. */
  @Nullable String name() {
    return segment == null ? null : segment.name;
  }

  @Override
  public void close() {
    roll();
  }

  private static final class Segment {
    private final String name;
    private final Lines lines;
    private final Instant begun;
    private final Disk.Output output;
    private final Closeable claim;
    private long size;

    /** Up to here there is something to write over. */
    private long reserved;

    Segment(
        String name, String salt, Instant begun, Disk.Output output, Closeable claim, long size) {
      this.name = name;
      this.lines = new Lines(salt);
      this.begun = begun;
      this.output = output;
      this.claim = claim;
      this.size = size;
    }
  }
}
