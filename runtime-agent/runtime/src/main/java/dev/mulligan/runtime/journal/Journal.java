package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.Waits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
        try {
          journal.load(name, changes);
        } catch (IOException | RuntimeException e) {
          // It costs only itself.
          Log.warn("The journal " + name + " cannot be read", e);
        }
      }
    }
    // Two processes may have changed one letter, each in a segment of its own.
    changes.sort(Comparator.comparing(StateChange::at));
    changes.forEach(journal::apply);
    return journal;
  }

  private void load(String name, List<StateChange> changes) throws IOException {
    // Held until the tail is cut, so that nobody takes the segment for torn at the same time.
    try (Closeable claim = disk.claim(name)) {
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
      if (claim != null) {
        cutTornTail(name, reader.end());
      }
    }
  }

  private void cutTornTail(String name, long end) throws IOException {
    int torn = (int) Math.min(Integer.MAX_VALUE, disk.size(name) - end);
    if (torn <= 0) {
      return;
    }
    Log.warn("The journal " + name + " ends in " + torn + " torn bytes");
    String copy = name + "." + end + TORN;
    if (!disk.list().contains(copy)) {
      try (Disk.Output out = disk.create(copy)) {
        out.write(disk.read(name, end, torn));
        out.force();
      }
      disk.forceFolder();
    }
    disk.truncate(name, end);
  }

  @Override
  public void append(Letter letter, Duration limit) throws IOException {
    await(writer.append(LetterJson.write(letter), at -> add(letter.id(), at)), limit);
  }

  /** Called for what is durable, even if its caller has stopped waiting. */
  private void add(String id, Position position) {
    synchronized (index) {
      index.put(id, new Entry(position));
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
    await(writer.append(LetterJson.write(change), at -> apply(change)), CHANGE_LIMIT);
  }

  private void apply(StateChange change) {
    synchronized (index) {
      Entry entry = index.get(change.id());
      // What is done stays done, whatever another process wrote after it.
      boolean done = entry != null && entry.state != LetterState.STORED;
      if (entry != null && !done) {
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
        addIfMatching(entry, filter, letters);
      }
    }
    return letters;
  }

  private void addIfMatching(Entry entry, LetterFilter filter, List<Letter> letters) {
    try {
      Letter letter = read(entry);
      if (filter.matches(letter)) {
        letters.add(letter);
      }
    } catch (IOException | RuntimeException damaged) {
      // It costs only itself.
      Log.warn("A letter cannot be read", damaged);
    }
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

  private static void await(CompletableFuture<Position> ticket, Duration limit) throws IOException {
    try {
      Waits.get(ticket, limit);
    } catch (TimeoutException e) {
      // The writer passes over what nobody waits for any more.
      ticket.cancel(false);
      throw new IOException("the journal did not answer within " + limit, e);
    } catch (ExecutionException e) {
      throw new IOException("the journal cannot write", e.getCause());
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
