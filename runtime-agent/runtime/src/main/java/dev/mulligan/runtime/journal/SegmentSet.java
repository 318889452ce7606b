package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Cut;
import dev.mulligan.runtime.journal.Record.Header;
import dev.mulligan.runtime.log.Log;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The segments of the folder, and how far each has been read into the index. Not thread-safe. */
final class SegmentSet {
  private static final int USUAL_HEADER = 1 << 10;
  private static final int LONGEST_HEADER = 1 << 20;

  private final Disk disk;
  private final Supplier<List<Cut>> unwritten;
  private final Records records = new Records();
  private final Map<String, SegmentReader> readers = new TreeMap<>();
  private final Map<String, Header> headers = new HashMap<>();

  /**
   * Creates an empty set.
   *
   * @param disk where the segments are
   * @param unwritten ends of segments that are in no header yet
   */
  SegmentSet(Disk disk, Supplier<List<Cut>> unwritten) {
    this.disk = disk;
    this.unwritten = unwritten;
  }

  /**
   * Reads what is new.
   *
   * @param index takes it in
   * @param own the segment that this process writes, whose records the index knows already
   * @return false if segments that were read are no more, so that all must be read anew
   */
  boolean read(LetterIndex index, @Nullable String own) throws IOException {
    List<String> files = disk.list().stream().filter(SegmentName::isSegment).toList();
    for (String file : files) {
      headers.computeIfAbsent(file, this::header);
    }
    Set<String> replaced = replaced(files);
    if (!Set.copyOf(files).containsAll(readers.keySet())
        || replaced.stream().anyMatch(readers::containsKey)) {
      return false;
    }
    for (String file : files) {
      if (!replaced.contains(file) && !file.equals(own)) {
        read(file, index);
      }
    }
    return true;
  }

  private void read(String file, LetterIndex index) {
    SegmentReader reader =
        readers.computeIfAbsent(file, name -> new SegmentReader(name, 0, cut(name)));
    int before = reader.damaged();
    try {
      reader.read(
          disk,
          (position, bytes, offset, length) -> apply(file, position, bytes, offset, length, index));
    } catch (IOException | RuntimeException e) {
      // It costs only itself.
      Log.warn("The journal's segment " + file + " cannot be read", e);
    }
    if (reader.damaged() > before) {
      Log.warn("The journal's segment " + file + " has " + reader.damaged() + " damaged records");
    }
  }

  private void apply(
      String file, int position, byte[] bytes, int offset, int length, LetterIndex index) {
    try {
      Record record = records.read(bytes, offset, length);
      index.apply(record, new Position(file, position, length + Lines.PREFIX));
    } catch (RuntimeException unreadable) {
      Log.warn("A record of " + file + " at " + position + " cannot be read", unreadable);
    }
  }

  /** Returns null while the header is being written. */
  private @Nullable Header header(String file) {
    try (Disk.Input in = disk.open(file)) {
      byte[] bytes = firstLine(in, USUAL_HEADER);
      int end = bytes.length - 1;
      if (end < 0 || bytes[end] != '\n') {
        return null;
      }
      boolean whole = new Lines("").isWhole(bytes, 0, end);
      if (whole && records.read(bytes, Lines.PREFIX, end - Lines.PREFIX) instanceof Header header) {
        return header;
      }
    } catch (IOException | RuntimeException unreadable) {
      Log.warn("The header of the journal's segment " + file + " cannot be read", unreadable);
    }
    return Header.PLAIN;
  }

  /** Without a line feed at its end if there is none, or not within a megabyte. */
  private static byte[] firstLine(Disk.Input in, int most) throws IOException {
    byte[] bytes = new byte[most];
    int length = in.read(0, bytes, 0, most);
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        return Arrays.copyOf(bytes, i + 1);
      }
    }
    return length < most || most >= LONGEST_HEADER
        ? Arrays.copyOf(bytes, length)
        : firstLine(in, LONGEST_HEADER);
  }

  /** Segments whose records are in another one that is there. */
  Set<String> replaced(List<String> files) {
    Set<String> replaced = new HashSet<>();
    for (String file : files) {
      Header header = headers.get(file);
      if (header != null) {
        replaced.addAll(header.replaces());
      }
    }
    replaced.retainAll(files);
    return replaced;
  }

  /** Where a segment ends, whatever follows. */
  long cut(String segment) {
    return Stream.concat(
            unwritten.get().stream(),
            headers.values().stream().flatMap(header -> header.cuts().stream()))
        .filter(cut -> cut.segment().equals(segment))
        .mapToLong(Cut::at)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** What headers say about the ends of segments that are still there. */
  List<Cut> cuts(String header) {
    List<Cut> cuts = new ArrayList<>(headers.getOrDefault(header, Header.PLAIN).cuts());
    cuts.removeIf(cut -> !readers.containsKey(cut.segment()));
    return cuts;
  }

  /** The segments that are read, oldest first. */
  List<String> names() {
    return List.copyOf(readers.keySet());
  }

  /** All segments that are there, also those that only this process writes. */
  Set<String> all() {
    return headers.keySet();
  }

  /** Where the last whole line of a segment ends. */
  long end(String segment) {
    SegmentReader reader = readers.get(segment);
    return reader == null ? 0 : reader.end();
  }

  /** Tells that the index knows all that there will ever be of a segment. */
  void known(String segment, long end) {
    headers.computeIfAbsent(segment, this::header);
    readers.put(segment, new SegmentReader(segment, end, end));
  }

  void forget(String segment) {
    readers.remove(segment);
    headers.remove(segment);
  }
}
