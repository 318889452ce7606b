package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Waits;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters in an append-only journal: a folder of segments, a line a record.
 *
 * <p>Each process writes segments of its own, so that no two ever append to one file, and reads all
 * of them. In memory there is only where each letter is and what became of it: about 130 bytes a
 * letter. Thread-safe.
 */
public final class Journal implements DeadLetterStore {
  private static final Duration CHANGE_LIMIT = Duration.ofSeconds(10);
  private static final int PURGED_AT_ONCE = 500;
  private static final int READ_AT_ONCE = 1_000;
  private static final int MOST_RETRIES = 5;
  private static final int WITHOUT_LETTER = 256;

  private final JournalCore core;
  private final JournalThread thread;

  private Journal(JournalCore core, boolean keepsHouse) {
    this.core = core;
    this.thread = new JournalThread(core, keepsHouse);
  }

  /**
   * Opens the journal of a folder for an operator's command: nothing in it expires or is compacted
   * as a side effect. What root writes belongs to the folder's owner; anybody else who is not its
   * owner cannot write.
   *
   * @param folder the folder, created if it is missing
   * @return the journal
   * @throws IOException if the folder cannot be created or read
   */
  public static Journal openForOperator(Path folder) throws IOException {
    return open(new FileDisk(folder, true), JournalLimits.DEFAULT, randomSalts(), false);
  }

  private static Supplier<String> randomSalts() {
    SecureRandom random = new SecureRandom();
    return () -> String.format("%016x", random.nextLong());
  }

  /**
   * Opens the journal of a folder with the default limits.
   *
   * @param folder the folder, created if it is missing
   * @return the journal
   * @throws IOException if the folder cannot be created or read
   */
  public static Journal open(Path folder) throws IOException {
    return open(folder, JournalLimits.DEFAULT);
  }

  /**
   * Opens the journal of a folder and reads what is there. Torn tails of processes that died are
   * cut off into files of their own.
   *
   * @param folder the folder, created if it is missing
   * @param limits how large and how old its parts may become
   * @return the journal
   * @throws IOException if the folder cannot be created or read
   */
  public static Journal open(Path folder, JournalLimits limits) throws IOException {
    return open(new FileDisk(folder), limits, randomSalts(), true);
  }

  /**
   * Opens the journal of a folder as a spool: letters wait in it for another store. Like {@link
   * #open(Path, JournalLimits)}, but what is {@link LetterState#REPLAYED} lives on in the other
   * store, and is not counted as {@linkplain LetterStats#removed() removed} when it is removed
   * here.
   *
   * @param folder the folder, created if it is missing
   * @param limits how large and how old its parts may become
   * @return the journal
   * @throws IOException if the folder cannot be created or read
   */
  public static Journal openSpool(Path folder, JournalLimits limits) throws IOException {
    JournalCore core = new JournalCore(new FileDisk(folder), limits, randomSalts(), true);
    core.open();
    return new Journal(core, true);
  }

  static Journal open(Disk disk, JournalLimits limits, Supplier<String> salts, boolean keepsHouse)
      throws IOException {
    JournalCore core = new JournalCore(disk, limits, salts);
    core.open();
    return new Journal(core, keepsHouse);
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    if (!LetterId.isId(letter.id())) {
      throw new IOException("id " + letter.id() + " is not 28 hexadecimal digits");
    }
    String json = LetterJson.write(letter);
    Optional<String> other = await(new AppendStep(letter, json), json.length(), limit);
    return other.isEmpty() ? letter : asKept(other.get(), letter);
  }

  /** What is kept is kept, also if it cannot be shown. */
  private Letter asKept(String id, Letter letter) {
    Found found = core.look(index -> found(index, id));
    if (found == null) {
      return letter;
    }
    try (LetterFiles files = new LetterFiles(core.disk())) {
      return files.read(found);
    } catch (IOException e) {
      return letter;
    }
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    Optional<Letter> letter = find(id);
    if (letter.isEmpty()) {
      return letter;
    }
    Optional<LetterStatus> claimed =
        change(
            id,
            true,
            (status, now) -> status.isFree(now) ? status.claimed(owner, now.plus(lease)) : null);
    return claimed.map(status -> letter.get().with(status));
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    return change(
            id,
            false,
            (status, now) -> status.isHeldWith(token) ? status.renewed(now.plus(lease)) : null)
        .isPresent();
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    return change(id, false, (status, now) -> status.isHeldWith(token) ? status.settled(how) : null)
        .isPresent();
  }

  @Override
  public boolean discard(String id) throws IOException {
    return change(id, true, (status, now) -> status.isFree(now) ? status.discarded() : null)
        .isPresent();
  }

  private Optional<LetterStatus> change(
      String id, boolean coversAll, ChangeStep.Transition transition) throws IOException {
    return await(new ChangeStep(id, coversAll, transition), WITHOUT_LETTER, CHANGE_LIMIT);
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    refresh();
    boolean exact = core.look(index -> new Search(filter, index).isExact());
    long removed = 0;
    LetterId last = null;
    while (true) {
      LetterId from = last;
      List<Found> page = core.look(index -> new Search(filter, index).after(from, PURGED_AT_ONCE));
      if (page.isEmpty()) {
        return removed;
      }
      last = LetterId.of(page.get(page.size() - 1).id());
      List<RemoveStep.Seen> seen = exact ? seen(page) : seen(page, filter);
      if (!seen.isEmpty()) {
        removed += await(new RemoveStep(seen), WITHOUT_LETTER * seen.size(), CHANGE_LIMIT);
      }
    }
  }

  private static List<RemoveStep.Seen> seen(List<Found> page) {
    return page.stream()
        .map(found -> new RemoveStep.Seen(found.id(), found.status().count()))
        .toList();
  }

  /** Reads one after another: together they may not fit into memory. */
  private List<RemoveStep.Seen> seen(List<Found> page, LetterFilter filter) throws IOException {
    List<RemoveStep.Seen> seen = new ArrayList<>();
    read(
        page,
        filter,
        letter -> seen.add(new RemoveStep.Seen(letter.id(), letter.status().count())));
    return seen;
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    refresh();
    for (int i = 0; i < MOST_RETRIES; i++) {
      Found found = core.look(index -> found(index, id));
      if (found == null) {
        return Optional.empty();
      }
      try (LetterFiles files = new LetterFiles(core.disk())) {
        return Optional.of(files.read(found));
      } catch (IOException e) {
        if (!moved(found)) {
          throw e;
        }
      }
    }
    throw new IOException("letter " + id + " moves faster than it can be read");
  }

  private static @Nullable Found found(LetterIndex index, String id) {
    int row = index.find(id);
    return row == Rows.NONE ? null : Found.of(index, row);
  }

  /** Segments are replaced while they are read. */
  private boolean moved(Found before) throws IOException {
    refresh();
    Found now = core.look(index -> found(index, before.id()));
    return now == null
        || !now.position().equals(before.position())
        || !Objects.equals(now.again(), before.again());
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    if (limit < 1) {
      throw new IllegalArgumentException("limit = " + limit + ": must be 1 or more");
    }
    refresh();
    List<Letter> letters = new ArrayList<>();
    LetterId last = after == null ? null : LetterId.of(after);
    while (letters.size() < limit) {
      int wanted = Math.min(READ_AT_ONCE, limit - letters.size());
      LetterId from = last;
      List<Found> page = core.look(index -> new Search(filter, index).after(from, wanted));
      if (page.isEmpty()) {
        break;
      }
      last = LetterId.of(page.get(page.size() - 1).id());
      read(page, filter, letters::add);
    }
    return letters;
  }

  private void read(List<Found> page, LetterFilter filter, Consumer<Letter> reader)
      throws IOException {
    TextScan scan = TextScan.of(filter.text());
    try (LetterFiles files = new LetterFiles(core.disk())) {
      for (Found found : page) {
        Optional<Letter> letter = read(files, found, scan);
        if (letter.isPresent() && filter.matches(letter.get())) {
          reader.accept(letter.get());
        }
      }
    }
  }

  private Optional<Letter> read(LetterFiles files, Found found, @Nullable TextScan scan)
      throws IOException {
    try {
      boolean worthwhile = scan == null || files.mayMention(found, scan);
      return worthwhile ? Optional.of(files.read(found)) : Optional.empty();
    } catch (IOException e) {
      if (moved(found)) {
        return find(found.id());
      }
      // It costs only itself.
      Log.warn("A letter cannot be read", e);
      return Optional.empty();
    }
  }

  @Override
  public LetterStats stats() throws IOException {
    refresh();
    return core.look(Counting::of);
  }

  /** Takes in what other processes have written, if the journal's thread is not busy for long. */
  private void refresh() throws IOException {
    await(new RefreshStep(), WITHOUT_LETTER, CHANGE_LIMIT);
  }

  private <T> T await(Step<T> step, int size, Duration limit) throws IOException {
    CompletableFuture<T> ticket = thread.submit(step, size);
    try {
      return Waits.get(ticket, limit);
    } catch (TimeoutException e) {
      // The writer passes over what nobody waits for any more.
      ticket.cancel(false);
      throw new IOException("the journal did not answer within " + Durations.format(limit), e);
    } catch (ExecutionException e) {
      throw new IOException("the journal cannot write: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Waits.get(thread.close(), CHANGE_LIMIT);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("the journal cannot be closed", e);
    }
  }
}
