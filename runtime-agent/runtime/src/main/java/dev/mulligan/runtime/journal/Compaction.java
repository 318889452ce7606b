package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Again;
import dev.mulligan.runtime.journal.Record.Change;
import dev.mulligan.runtime.journal.Record.Cut;
import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.journal.Record.Head;
import dev.mulligan.runtime.journal.Record.Header;
import dev.mulligan.runtime.journal.Record.Totals;
import dev.mulligan.runtime.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is needed of some segments into a new one, whose header says which it replaces.
 * Giving it its name is the one step that counts: before it, the new file is worth nothing, after
 * it, the old ones are. Letters that are gone go to an archive first. Under the lock of the folder.
 */
final class Compaction {
  private static final int SLICE = 1 << 18;

  private final Disk disk;
  private final SegmentSet segments;
  private final LetterIndex index;
  private final List<String> sources;
  private final String salt;
  private final String target;
  private final Lines lines;
  private final Records records = new Records();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final ByteArrayOutputStream archived = new ByteArrayOutputStream();
  private final Map<String, Folded> agains = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private final Set<String> removedIds = new HashSet<>();
  private long joined;
  private long removed;
  private int headerLength;

  private record Move(String id, Position from, Position to) {}

  /**
   * Further failures of one letter in these segments, of which the last is kept.
   *
   * @param times how many they are
   * @param at where the last is
   * @param json its letter
   */
  private record Folded(int times, Position at, String json) {}

  /**
   * Prepares a compaction.
   *
   * @param disk the disk
   * @param segments what is on it
   * @param index what is needed; the caller keeps others from it
   * @param sources which segments; nobody writes them
   * @param salt of the new segment
   */
  Compaction(Disk disk, SegmentSet segments, LetterIndex index, List<String> sources, String salt) {
    this.disk = disk;
    this.segments = segments;
    this.index = index;
    this.sources = List.copyOf(sources);
    this.salt = salt;
    this.target = SegmentName.successor(sources.get(0), salt);
    this.lines = new Lines(salt);
  }

  /**
   * Does it.
   *
   * @param change keeps others from the index while it changes
   */
  void run(Consumer<Runnable> change) throws IOException {
    List<Cut> cuts = cuts();
    byte[] header = new Lines("").encode(0, Records.write(new Header(salt, sources, cuts)));
    headerLength = header.length;
    for (String source : sources) {
      new SegmentReader(source, 0, segments.end(source))
          .read(
              disk,
              (position, bytes, offset, length) ->
                  take(
                      new Position(source, position, length + Lines.PREFIX),
                      bytes,
                      offset,
                      length));
    }
    agains.forEach(this::keepAgain);
    if (joined > 0 || removed > 0) {
      append(lines.encode(position(), Records.write(new Totals(joined, removed))));
    }
    writeArchive();
    // Where no letter is, none can have been written, so that removals need not be remembered for
    // it.
    String name = moves.isEmpty() ? SegmentName.of(Time.now(), salt) : target;
    boolean empty = kept.size() == 0 && cuts.isEmpty();
    if (!empty) {
      write(name + SegmentName.UNFINISHED, header, kept.toByteArray());
      disk.rename(name + SegmentName.UNFINISHED, name);
    }
    disk.forceFolder();
    change.accept(() -> moves.forEach(move -> index.move(move.id(), move.from(), move.to())));
    if (!empty) {
      segments.known(name, position());
    }
    deleteSources();
  }

  /** They must not be forgotten as long as the segments that they end are there. */
  private List<Cut> cuts() {
    return sources.stream()
        .flatMap(source -> segments.cuts(source).stream())
        .filter(cut -> !sources.contains(cut.segment()))
        .toList();
  }

  private void take(Position at, byte[] bytes, int offset, int length) {
    Record record;
    try {
      record = records.read(bytes, offset, length);
    } catch (RuntimeException unreadable) {
      // Whole, but of no known kind: a later version may have written it.
      append(lines.encode(position(), bytes, offset, length));
      return;
    }
    if (record instanceof Head head) {
      takeLetter(head.id(), at, bytes, offset, length);
    } else if (record instanceof Again again) {
      takeAgain(again, at, bytes, offset, length);
    } else if (record instanceof Change change) {
      takeChange(change, at, bytes, offset, length);
    } else if (record instanceof Gone gone) {
      takeGone(gone, bytes, offset, length);
    } else if (record instanceof Totals totals) {
      joined += totals.joined();
      removed += totals.removed();
    }
  }

  private void takeLetter(String id, Position at, byte[] bytes, int offset, int length) {
    int row = index.find(id);
    if (row == Rows.NONE) {
      archived.write(bytes, offset, length);
      archived.write('\n');
    } else if (index.position(row).equals(at)) {
      keep(id, at, lines.encode(position(), bytes, offset, length));
    }
  }

  private void takeAgain(Again again, Position at, byte[] bytes, int offset, int length) {
    int own = index.find(again.head().id());
    if (own != Rows.NONE && index.position(own).equals(at)) {
      // Its letter is damaged, so that it stands for itself.
      keep(again.head().id(), at, lines.encode(position(), bytes, offset, length));
      return;
    }
    int row = index.find(again.into());
    if (row == Rows.NONE) {
      return;
    }
    String json = new String(bytes, offset, length, StandardCharsets.UTF_8);
    Folded earlier = agains.get(again.into());
    boolean earlierIsLast = earlier != null && earlier.at().equals(index.again(row));
    if (earlier != null && earlierIsLast) {
      agains.put(
          again.into(), new Folded(again.times() + earlier.times(), earlier.at(), earlier.json()));
    } else {
      int before = earlier == null ? 0 : earlier.times();
      agains.put(again.into(), new Folded(again.times() + before, at, Records.letterOf(json)));
    }
  }

  private void keepAgain(String into, Folded folded) {
    String json = Records.writeAgain(into, folded.times(), folded.json());
    keep(into, folded.at(), lines.encode(position(), json));
  }

  private void takeChange(Change change, Position at, byte[] bytes, int offset, int length) {
    int row = index.find(change.id());
    if (row != Rows.NONE && index.isChangedIn(row, at.segment(), change.number())) {
      keep(change.id(), at, lines.encode(position(), bytes, offset, length));
    }
  }

  private void takeGone(Gone gone, byte[] bytes, int offset, int length) {
    if (!removedIds.add(gone.id())) {
      // A line may come back at the end of its segment when the power fails.
      return;
    }
    if (mayBeElsewhere(gone)) {
      append(lines.encode(position(), bytes, offset, length));
    } else if (gone.count() > 0) {
      removed++;
      joined += gone.count() - 1;
    }
  }

  /** Records about a letter are in segments that were begun before it was gone. */
  private boolean mayBeElsewhere(Gone gone) {
    String at = SegmentName.stamp(Instant.ofEpochMilli(gone.at()));
    return segments.all().stream()
        .anyMatch(name -> !sources.contains(name) && SegmentName.stamp(name).compareTo(at) <= 0);
  }

  private void keep(String id, Position from, byte[] line) {
    moves.add(new Move(id, from, new Position(target, position(), line.length - 1)));
    append(line);
  }

  /** Where the next line begins. */
  private int position() {
    return headerLength + kept.size();
  }

  private void append(byte[] line) {
    kept.write(line, 0, line.length);
  }

  /** Named after its source, so that a compaction that is done again writes it again. */
  private void writeArchive() throws IOException {
    if (archived.size() == 0) {
      return;
    }
    String name = sources.get(0) + SegmentName.ARCHIVE;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      archived.writeTo(out);
    }
    write(name + SegmentName.UNFINISHED, packed.toByteArray(), null);
    disk.rename(name + SegmentName.UNFINISHED, name);
  }

  private void write(String name, byte[] first, byte @Nullable [] second) throws IOException {
    disk.delete(name);
    try (Disk.Output out = disk.create(name)) {
      write(out, first);
      if (second != null) {
        write(out, second);
      }
      out.force();
    }
  }

  /** In slices: the JDK keeps a buffer of the largest write of each thread for ever. */
  private static void write(Disk.Output out, byte[] bytes) throws IOException {
    for (int from = 0; from < bytes.length; from += SLICE) {
      out.write(ByteBuffer.wrap(bytes, from, Math.min(SLICE, bytes.length - from)).slice());
    }
  }

  private void deleteSources() throws IOException {
    for (String source : Set.copyOf(sources)) {
      segments.forget(source);
      disk.delete(source);
    }
    // Else one of them might come back when the segment that says so has been replaced itself.
    disk.forceFolder();
  }
}
