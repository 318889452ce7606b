package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Dead letters in an append-only journal: a folder of segments, a line a record.
 *
 * <p>Each process writes segments of its own, so that no two ever append to one file, and reads all
 * of them. In memory there is only where each letter is and what became of it. Thread-safe.
 */
public final class Journal implements DeadLetterStore {
  static final String SUFFIX = ".journal";
  private static final String TORN = ".torn";
  private static final Duration CHANGE_LIMIT = Duration.ofSeconds(10);

  private final Disk disk;
  private final JournalWriter writer;
  private final Map<String, Entry> index = new LinkedHashMap<>();

  private Journal(Disk disk) {
    this.disk = disk;
    this.writer = new JournalWriter(disk);
  }

  /**
   * Opens the journal of a folder and reads what is there. Torn tails of processes that died are
   * cut off into files of their own.
   *
   * @param folder the folder, created if it is missing
   * @return the journal
   * @throws IOException if the folder cannot be created or read
   */
  public static Journal open(Path folder) throws IOException {
    return open(new FileDisk(folder));
  }

  static Journal open(Disk disk) throws IOException {
    Journal journal = new Journal(disk);
    List<StateChange> changes = new ArrayList<>();
    for (String name : disk.list()) {
      if (name.endsWith(SUFFIX)) {
        journal.load(name, changes);
      }
    }
    // A letter's changes may be in a segment that sorts before its own.
    changes.forEach(journal::apply);
    return journal;
  }

  private void load(String name, List<StateChange> changes) throws IOException {
    boolean live = disk.isBeingWritten(name);
    SegmentReader reader = new SegmentReader(disk, name);
    reader.read(
        (offset, length, record) -> {
          switch (LetterJson.text(record, "op")) {
            case "letter" ->
                index.put(
                    LetterJson.text(record, "id"),
                    new Entry(new Position(name, reader.salt(), offset, length)));
            case "state" -> changes.add(LetterJson.readChange(record));
            default -> throw new IllegalArgumentException("unknown record");
          }
        });
    if (reader.damaged() > 0) {
      Log.warn("The journal " + name + " has " + reader.damaged() + " damaged records");
    }
    if (!live) {
      cutTornTail(name, reader.end());
    }
  }

  private void cutTornTail(String name, long end) throws IOException {
    long size = disk.size(name);
    if (size == end) {
      return;
    }
    Log.warn("The journal " + name + " ends in " + (size - end) + " torn bytes");
    String torn = name + TORN;
    if (!disk.list().contains(torn)) {
      try (Disk.Output copy = disk.create(torn)) {
        copy.write(disk.read(name, end, (int) Math.min(size - end, 1 << 20)));
        copy.force();
      }
      disk.forceFolder();
    }
    disk.truncate(name, end);
  }

  @Override
  public void append(Letter letter, Duration limit) throws IOException {
    Position position = await(writer.append(LetterJson.write(letter)), limit);
    synchronized (index) {
      index.put(letter.id(), new Entry(position));
    }
  }

  @Override
  public void change(String id, LetterState state, int replays) throws IOException {
    synchronized (index) {
      if (!index.containsKey(id)) {
        throw new IOException("no letter " + id);
      }
    }
    StateChange change = new StateChange(id, state, replays, Time.now());
    await(writer.append(LetterJson.write(change)), CHANGE_LIMIT);
    apply(change);
  }

  private void apply(StateChange change) {
    synchronized (index) {
      Entry entry = index.get(change.id());
      if (entry != null) {
        entry.state = change.state();
        entry.replays = change.replays();
      }
    }
  }

  @Override
  public List<Letter> list(LetterFilter filter) throws IOException {
    List<Entry> entries;
    synchronized (index) {
      entries = List.copyOf(index.values());
    }
    List<Letter> letters = new ArrayList<>();
    for (Entry entry : entries) {
      if (filter.state() == null || filter.state() == entry.state) {
        Letter letter = read(entry);
        if (filter.matches(letter)) {
          letters.add(letter);
        }
      }
    }
    return letters;
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    Entry entry;
    synchronized (index) {
      entry = index.get(id);
    }
    return entry == null ? Optional.empty() : Optional.of(read(entry));
  }

  private Letter read(Entry entry) throws IOException {
    Position at = entry.position;
    ByteBuffer bytes = disk.read(at.segment(), at.offset(), at.length());
    byte[] line = new byte[bytes.remaining()];
    bytes.get(line);
    byte[] payload = Lines.decode(at.salt(), line);
    if (payload == null) {
      throw new IOException("damaged record in " + at.segment() + " at " + at.offset());
    }
    JsonNode record = LetterJson.parse(payload);
    return LetterJson.readLetter(record).with(entry.state, entry.replays);
  }

  /** Waits without giving in to interrupts, but never longer than the limit. */
  private static Position await(CompletableFuture<Position> ticket, Duration limit)
      throws IOException {
    boolean interrupted = false;
    long deadline = Time.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          return ticket.get(deadline - Time.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      throw new IOException("the journal did not answer within " + limit, e);
    } catch (ExecutionException e) {
      throw new IOException("the journal cannot write", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Entry {
    private final Position position;
    private volatile LetterState state = LetterState.STORED;
    private volatile int replays;

    Entry(Position position) {
      this.position = position;
    }
  }
}
