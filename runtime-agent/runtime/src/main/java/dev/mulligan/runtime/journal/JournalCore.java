package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.journal.Task.Prepared;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal without its thread: what is on disk, and what is known of it. All methods but {@link
 * #look} belong to one thread.
 */
final class JournalCore implements Closeable {
  private static final int BATCH_BYTES = 256 * 1024;
  private static final int MOST_RELOADS = 5;

  private final Disk disk;
  private final JournalLimits limits;
  private final SegmentWriter writer;
  private final Supplier<String> salts;
  private final boolean isSpool;
  private final Object indexLock = new Object();
  private SegmentSet segments;
  private LetterIndex index = new LetterIndex();
  private boolean locked;

  JournalCore(Disk disk, JournalLimits limits, Supplier<String> salts) {
    this(disk, limits, salts, false);
  }

  /**
   * Prepares a journal.
   *
   * @param isSpool whether a letter that is replayed lives on in another store
   */
  JournalCore(Disk disk, JournalLimits limits, Supplier<String> salts, boolean isSpool) {
    this.disk = disk;
    this.limits = limits;
    this.salts = salts;
    this.isSpool = isSpool;
    this.writer = new SegmentWriter(disk, limits, salts, this::rolled);
    this.segments = new SegmentSet(disk, writer::unwrittenCuts);
  }

  private void rolled(String name, long end) {
    segments.known(name, end);
  }

  /** Reads what is there, and puts away what processes that died have left unfinished. */
  void open() throws IOException {
    reload();
    try {
      withLock(
          () -> {
            new Recovery(disk, this).run();
            return null;
          });
    } catch (IOException | RuntimeException e) {
      // Such as a folder that may only be read: what is there is there all the same.
      Log.warn("What died processes have left in the journal is not tidied up", e);
    }
  }

  private void reload() throws IOException {
    for (int i = 0; i < MOST_RELOADS; i++) {
      SegmentSet freshSegments = new SegmentSet(disk, writer::unwrittenCuts);
      LetterIndex fresh = new LetterIndex();
      if (freshSegments.read(fresh, null)) {
        fresh.endPass(freshSegments.isComplete());
        synchronized (indexLock) {
          segments = freshSegments;
          index = fresh;
        }
        return;
      }
    }
    throw new IOException("the journal's files change faster than they can be read");
  }

  /** Takes in what other processes have written. */
  void refresh() throws IOException {
    if (!readOn()) {
      reload();
    }
  }

  /** Reads all there is of a segment that this process has claimed. */
  void readThrough(String segment) {
    synchronized (indexLock) {
      segments.readThrough(segment, index);
      index.endPass(false);
    }
  }

  private boolean readOn() throws IOException {
    boolean continuous;
    try {
      synchronized (indexLock) {
        continuous = segments.read(index, writer.name());
        index.endPass(false);
      }
    } catch (IOException e) {
      beginAnew(e);
      return false;
    }
    return hasOwn() && continuous;
  }

  /**
   * Creates the folder again if it is gone: what is written into a segment without a name is lost.
   *
   * @throws IOException what has failed, if the folder is there; or why it cannot be created
   */
  private void beginAnew(IOException failure) throws IOException {
    boolean gone = true;
    try {
      gone = disk.createFolder();
    } finally {
      if (gone) {
        Log.warn("The journal's folder was removed by somebody else", failure);
        writer.roll();
      }
    }
    if (!gone) {
      throw failure;
    }
  }

  /** Whether the segment that this process writes is still there, if there is one. */
  private boolean hasOwn() {
    String own = writer.name();
    if (own == null || segments.all().contains(own)) {
      return true;
    }
    Log.warn("The journal's segment " + own + " was removed by somebody else");
    writer.roll();
    return false;
  }

  /**
   * Carries steps out, and forces what they write together.
   *
   * @param insists whether those that can do without the lock do not wait for it any longer
   * @return those that have to wait, because another process holds the lock
   */
  List<Task<?>> run(List<Task<?>> tasks, boolean insists) {
    List<Task<?>> waiting = new ArrayList<>();
    List<Task<?>> others = new ArrayList<>();
    for (Task<?> task : unfinished(tasks)) {
      boolean waits = task.step().needsLock() && !(insists && task.step().canDoWithoutLock());
      (waits ? waiting : others).add(task);
    }
    if (!others.isEmpty()) {
      runUnlocked(others);
    }
    return waiting.isEmpty() || runLocked(waiting) ? List.of() : waiting;
  }

  /** Those for whose end somebody still waits. */
  static List<Task<?>> unfinished(List<Task<?>> tasks) {
    List<Task<?>> open = new ArrayList<>(tasks.size());
    for (Task<?> task : tasks) {
      if (!task.done().isDone()) {
        open.add(task);
      }
    }
    return open;
  }

  private void runUnlocked(List<Task<?>> tasks) {
    try {
      if (!readOn()) {
        // That takes long, and what only adds need not wait for it.
        runAll(tasks.stream().filter(task -> task.step().canDoWithoutLock()).toList());
        reload();
      }
    } catch (IOException | RuntimeException | Error e) {
      // What others have written may matter, but must not keep anything from being kept.
      Log.warn("The journal's folder cannot be read", e);
    }
    runAll(unfinished(tasks));
  }

  private boolean runLocked(List<Task<?>> tasks) {
    try {
      Boolean done =
          withLock(
              () -> {
                refresh();
                runAll(tasks);
                return true;
              });
      return done != null;
    } catch (IOException | RuntimeException | Error e) {
      List<Task<?>> open = unfinished(tasks);
      runAll(open.stream().filter(task -> task.step().canDoWithoutLock()).toList());
      open.forEach(task -> task.done().completeExceptionally(e));
      return true;
    }
  }

  /** Does something under the lock of the folder; returns null if somebody else holds it. */
  <T> @Nullable T withLock(Locked<T> action) throws IOException {
    try (Closeable lock = lock()) {
      if (lock == null) {
        return null;
      }
      locked = true;
      return action.run();
    } finally {
      locked = false;
    }
  }

  private @Nullable Closeable lock() throws IOException {
    try {
      return disk.lock();
    } catch (IOException e) {
      beginAnew(e);
      return disk.lock();
    }
  }

  /** Whether this process holds the lock of the folder. */
  boolean isLocked() {
    return locked;
  }

  /**
   * Something to be done under the lock.
   *
   * @param <T> what comes of it
   */
  interface Locked<T> {
    @Nullable T run() throws IOException;
  }

  private void runAll(List<Task<?>> tasks) {
    List<Prepared<?>> batch = new ArrayList<>();
    Set<Object> subjects = new HashSet<>();
    int bytes = 0;
    boolean alone = false;
    for (Task<?> task : tasks) {
      Step<?> step = task.step();
      boolean apart = alone || step.isAlone() || bytes >= BATCH_BYTES;
      if (apart || !subjects.add(step.subject())) {
        write(batch);
        batch.clear();
        subjects.clear();
        subjects.add(step.subject());
        bytes = 0;
      }
      batch.add(task.prepare(this));
      bytes += task.size();
      alone = step.isAlone();
    }
    write(batch);
  }

  private void write(List<Prepared<?>> batch) {
    List<Step.Line> lines = new ArrayList<>(batch.size());
    batch.forEach(one -> lines.addAll(one.lines()));
    if (!lines.isEmpty()) {
      try {
        writeLines(lines);
      } catch (Throwable e) {
        batch.stream().filter(one -> !one.lines().isEmpty()).forEach(one -> one.fail(e));
      }
    }
    batch.forEach(Prepared::complete);
  }

  /** Writes, forces, and only then takes lines into the index. */
  void writeLines(List<Step.Line> lines) throws IOException {
    List<String> texts = new ArrayList<>(lines.size());
    lines.forEach(line -> texts.add(line.json()));
    List<Position> positions = writer.write(texts);
    synchronized (indexLock) {
      for (int i = 0; i < lines.size(); i++) {
        index.apply(lines.get(i).record(), positions.get(i));
      }
    }
  }

  /** Looks at the index, on any thread. */
  <T> T look(Function<LetterIndex, T> question) {
    synchronized (indexLock) {
      return question.apply(index);
    }
  }

  /**
   * Expires, archives and compacts.
   *
   * @return whether there is more to do
   */
  boolean keepHouse() {
    try {
      Boolean more =
          withLock(
              () -> {
                refresh();
                return new Housekeeping(disk, limits, salts, this).run();
              });
      return more != null && more;
    } catch (IOException | RuntimeException e) {
      Log.warn("The journal cannot be tidied up", e);
      return false;
    }
  }

  /** Writes what is needed of segments into a new one. Under the lock of the folder. */
  void compact(List<String> sources, String salt) throws IOException {
    // Only this thread changes the index, so others may look at it until records have moved.
    new Compaction(disk, segments, index, sources, salt).run(this::change);
  }

  private void change(Runnable change) {
    synchronized (indexLock) {
      change.run();
    }
  }

  /**
   * When letters are gone that are removed now: not before any segment was begun, whatever the
   * clock says, because they may be in it.
   */
  long removalTime(Instant now) {
    return segments.all().stream()
        .mapToLong(SegmentName::time)
        .reduce(now.toEpochMilli(), Math::max);
  }

  long removalTime() {
    return removalTime(Time.now());
  }

  /** Says that a letter is no more. */
  Gone gone(LetterIndex letters, int row, long at) {
    boolean livesOn = isSpool && letters.state(row) == LetterState.REPLAYED;
    return new Gone(letters.id(row), livesOn ? 0 : letters.count(row), at);
  }

  /** The segment that this process writes, or null. */
  @Nullable String ownSegment() {
    return writer.name();
  }

  SegmentSet segments() {
    return segments;
  }

  Disk disk() {
    return disk;
  }

  @Override
  public void close() {
    writer.close();
  }
}
