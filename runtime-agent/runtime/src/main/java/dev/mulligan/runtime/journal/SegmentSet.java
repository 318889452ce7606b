package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Cut;
import dev.mulligan.runtime.journal.Record.Header;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The segments of the folder, and how far each has been read into the index. Not thread-safe. */
final class SegmentSet {
  private static final int USUAL_HEADER = 1 << 10;
  private static final int LONGEST_HEADER = 1 << 20;

  /** When a segment that could not be read is tried again, though nothing has changed. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Disk disk;
  private final Supplier<List<Cut>> unwritten;
  private final Records records = new Records();
  private final Map<String, SegmentReader> readers = new TreeMap<>();
  private final Map<String, Header> headers = new HashMap<>();
  private final Set<String> odd = new HashSet<>();

  /** Odd ones in which there is not even a line: to read them would only cost memory. */
  private final Set<String> foreign = new HashSet<>();

  private Set<String> files = Set.of();

  /** What the disk said of itself when all was known, or null. */
  private @Nullable Object state;

  /** Those that somebody may write. */
  private List<String> growing = List.of();

  /** Those that could not be read. */
  private final TreeMap<String, Failure> unread = new TreeMap<>();

  private boolean broken;

  /**
   * A segment could not be read.
   *
   * @param size how large it was
   * @param at when, by the monotonic clock
   * @param why what kept it from being read
   */
  private record Failure(long size, long at, Exception why) {}

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
   * @return false if what was read is no more, so that all must be read anew
   */
  boolean read(LetterIndex index, @Nullable String own) throws IOException {
    Object now = disk.state();
    if (now != null && now.equals(state) && isComplete()) {
      for (String name : growing) {
        if (!name.equals(own)) {
          read(name, index, false);
        }
      }
      return !broken;
    }
    state = null;
    boolean continuous = readAll(index, own);
    if (continuous && files.stream().allMatch(this::isUnderstood)) {
      growing = readers.keySet().stream().filter(this::mayGrow).toList();
      state = now;
    }
    return continuous;
  }

  /** Whoever copies a segment into the folder has not claimed it. */
  private boolean mayGrow(String name) {
    try {
      return disk.isClaimed(name) || disk.size(name) > end(name);
    } catch (IOException unknown) {
      return true;
    }
  }

  /** Not one whose header is still being written. */
  private boolean isUnderstood(String name) {
    return headers.containsKey(name) || odd.contains(name);
  }

  private boolean readAll(LetterIndex index, @Nullable String own) throws IOException {
    List<String> names = disk.list().stream().filter(SegmentName::isSegment).toList();
    files = Set.copyOf(names);
    unread.keySet().retainAll(files);
    names.forEach(this::readHeader);
    Set<String> replaced = replaced();
    boolean gone =
        !files.containsAll(readers.keySet()) || replaced.stream().anyMatch(readers::containsKey);
    if (broken || gone || !cutReaders()) {
      return false;
    }
    for (String name : names) {
      if (!replaced.contains(name) && !foreign.contains(name) && !name.equals(own)) {
        read(name, index, false);
      }
    }
    return true;
  }

  /** Reads all that there is of a segment, which the caller has claimed. */
  void readThrough(String name, LetterIndex index) {
    if (readers.containsKey(name)) {
      read(name, index, true);
    }
  }

  private void read(String name, LetterIndex index, boolean through) {
    SegmentReader reader = readers.computeIfAbsent(name, n -> new SegmentReader(n, 0, cut(n)));
    int before = reader.damaged();
    try {
      if (isHopeless(name)) {
        return;
      }
      SegmentReader.Visitor visitor =
          (position, bytes, offset, length) -> apply(name, position, bytes, offset, length, index);
      if (through) {
        reader.readThrough(disk, visitor);
      } else {
        reader.read(disk, visitor);
      }
      unread.remove(name);
    } catch (IOException | RuntimeException e) {
      cannotRead(name, e);
    } catch (Error e) {
      // A line may have been taken in by half.
      broken = true;
      throw e;
    }
    if (reader.damaged() > before) {
      Log.warn("The journal's segment " + name + " has " + reader.damaged() + " damaged records");
    }
  }

  /** What somebody writes is tried each time: what it says may be what is asked for. */
  private boolean isHopeless(String name) throws IOException {
    Failure failure = unread.get(name);
    return failure != null
        && failure.size() == disk.size(name)
        && Time.nanoTime() - failure.at() < AGAIN.toNanos()
        && !disk.isClaimed(name);
  }

  private void cannotRead(String name, Exception e) {
    long size;
    try {
      size = disk.size(name);
    } catch (IOException noSize) {
      size = -1;
    }
    if (unread.put(name, new Failure(size, Time.nanoTime(), e)) == null) {
      Log.warn("The journal's segment " + name + " cannot be read", e);
    }
  }

  private void apply(
      String name, int position, byte[] bytes, int offset, int length, LetterIndex index) {
    try {
      Record record = records.read(bytes, offset, length);
      index.apply(record, new Position(name, position, length + Lines.PREFIX));
    } catch (RuntimeException unreadable) {
      Log.warn("A record of " + name + " at " + position + " cannot be read", unreadable);
    }
  }

  private void readHeader(String name) {
    if (headers.containsKey(name) || odd.contains(name)) {
      return;
    }
    try (Disk.Input in = disk.open(name)) {
      byte[] line = firstLine(in, USUAL_HEADER);
      int end = line.length - 1;
      if (end < 0 || line[end] != '\n') {
        // It is being written; or was, when its writer died; or is nothing that we have written.
        if (line.length >= LONGEST_HEADER && !SegmentReader.isLine(line)) {
          odd.add(name);
          foreign.add(name);
          Log.warn("The file " + name + " is no segment of a journal, and is passed over");
        }
        return;
      }
      Header header = header(name, line, end);
      if (header == null) {
        odd.add(name);
        Log.warn("The header of the journal's segment " + name + " is damaged");
      } else {
        headers.put(name, header);
      }
      // If what follows cannot be read, that is found out next.
      unread.remove(name);
    } catch (IOException | RuntimeException e) {
      cannotRead(name, e);
    }
  }

  private @Nullable Header header(String name, byte[] line, int end) {
    boolean whole = new Lines("").isWhole(0, line, 0, end);
    return whole
            && records.read(line, Lines.PREFIX, end - Lines.PREFIX) instanceof Header header
            && header.salt().equals(SegmentName.salt(name))
        ? header
        : null;
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
  Set<String> replaced() {
    Set<String> replaced = new HashSet<>();
    headers.forEach(
        (name, header) -> {
          if (files.contains(name)) {
            header.replaces().stream().filter(other -> !other.equals(name)).forEach(replaced::add);
          }
        });
    replaced.retainAll(files);
    return replaced;
  }

  /** Tells readers where their segments end by now; false if one has read more. */
  private boolean cutReaders() {
    for (Cut cut : allCuts()) {
      SegmentReader reader = readers.get(cut.segment());
      if (reader != null && !reader.cutAt(cut.at())) {
        return false;
      }
    }
    return true;
  }

  private List<Cut> allCuts() {
    List<Cut> cuts = new ArrayList<>(unwritten.get());
    headers.values().forEach(header -> cuts.addAll(header.cuts()));
    return cuts;
  }

  private long cut(String segment) {
    return allCuts().stream()
        .filter(cut -> cut.segment().equals(segment))
        .mapToLong(Cut::at)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** What a header says about the ends of segments that are still there. */
  List<Cut> cuts(String name) {
    Header header = headers.get(name);
    return header == null
        ? List.of()
        : header.cuts().stream().filter(cut -> files.contains(cut.segment())).toList();
  }

  /** The segments that are read, oldest first. */
  List<String> names() {
    return List.copyOf(readers.keySet());
  }

  /** All segments that are there, also those that are not read. */
  Set<String> all() {
    return files;
  }

  /**
   * Whether a segment took the place of others, so that it holds nothing that could be left out.
   */
  boolean isCompacted(String name) {
    Header header = headers.get(name);
    return header != null && !header.replaces().isEmpty();
  }

  /** Whether everything that is there was read: else nobody knows what is not needed. */
  boolean isComplete() {
    return unread.isEmpty() && !broken;
  }

  /**
   * Refuses what must know all that became of a letter.
   *
   * @throws IOException if a segment could not be read, which it names
   */
  void requireComplete() throws IOException {
    Map.Entry<String, Failure> first = unread.firstEntry();
    if (first != null) {
      throw new IOException(
          "the segment "
              + first.getKey()
              + " cannot be read, and may tell that letters are done: make it readable for this"
              + " process, or move it away",
          first.getValue().why());
    }
  }

  /** Whether a segment is one of ours, so that it may be cut or replaced. */
  boolean isSound(String name) {
    return headers.containsKey(name);
  }

  /** Where the last whole line of a segment ends. */
  long end(String segment) {
    SegmentReader reader = readers.get(segment);
    if (reader == null) {
      throw new IllegalStateException(segment + " was not read");
    }
    return reader.end();
  }

  /** Tells that the index knows all that there will ever be of a segment. */
  void known(String segment, long end) {
    state = null;
    readHeader(segment);
    readers.put(segment, new SegmentReader(segment, end, end));
  }

  void forget(String segment) {
    readers.remove(segment);
    headers.remove(segment);
    state = null;
  }
}
