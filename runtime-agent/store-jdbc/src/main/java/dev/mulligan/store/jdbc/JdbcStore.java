package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.store.jdbc.Database.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters in PostgreSQL, MariaDB, H2 or SQLite. Thread-safe; several processes may share one
 * database.
 *
 * <p>The database is opened in the background, and again by whoever needs it until that succeeds;
 * its tables are created if they are missing. All work is done on threads of the store, so that
 * neither an interrupt nor a socket that hangs harms anybody else: an append returns within its
 * limit, everything else within 30 seconds a page. An interrupt leaves a wait two seconds at most,
 * then it ends with an {@link java.io.InterruptedIOException}; the thread's flag stays set.
 *
 * <p>What is acknowledged is committed: it outlives a crash of the process, and of the machine as
 * far as the database promises it.
 */
public final class JdbcStore implements DeadLetterStore {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);

  /** How long whoever lists, claims or counts waits for a page. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private static final int THREADS = 4;

  private final Target target;
  private final Opener opener;
  private final Worker worker = new Worker(THREADS);

  /**
   * Uses the database that the configuration names: {@code mulligan.store.url}, {@code .user},
   * {@code .password} and {@code .table} (default {@code mulligan_letter}). What is wrong with it
   * is said by the methods.
   */
  public JdbcStore() {
    this(new Target.Configured());
  }

  /**
   * Uses an application's own pool of connections, which it closes itself. The table is {@code
   * mulligan_letter}.
   *
   * @param source opens connections as a user who may create tables; each that is in use for
   *     letters is in a transaction of its own, and up to four are
   */
  public JdbcStore(DataSource source) {
    this(source, Tables.DEFAULT);
  }

  /**
   * Uses an application's own pool of connections, which it closes itself.
   *
   * @param source opens connections as a user who may create tables; each that is in use for
   *     letters is in a transaction of its own, and up to four are
   * @param table the name of the table, from which those of three smaller ones are made
   * @throws IllegalArgumentException if the name is not a letter or underscore and then up to 39
   *     letters, digits or underscores
   */
  public JdbcStore(DataSource source, String table) {
    this(new Target.Given(source, new Tables(table)));
  }

  private JdbcStore(Target target) {
    this.target = target;
    this.opener = new Opener(target);
    // The first letter is not to wait for the creation of tables.
    worker.begin(this::open);
  }

  private void open() {
    try {
      opener.get();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Mulligan cannot open its store of dead letters yet: {}", Failures.reason(e));
    }
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    return run(
        "append",
        limit,
        Kind.REPEATABLE,
        (sql, database) ->
            new Appending(database.tables(), database.dialect()).append(sql, letter));
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    return run(
        "find",
        PATIENCE,
        Kind.READ,
        (sql, database) -> new Claims(database.tables()).find(sql, id));
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    List<Letter> letters = new ArrayList<>();
    String last = after == null ? "" : after;
    while (true) {
      String from = last;
      int left = limit - letters.size();
      Pages.Page page =
          run(
              "list",
              PATIENCE,
              Kind.READ,
              (sql, database) -> new Pages(database.tables()).read(sql, filter, from, left));
      letters.addAll(page.letters());
      if (page.isEnd() || letters.size() >= limit) {
        return letters;
      }
      last = page.last();
    }
  }

  @Override
  public LetterStats stats() throws IOException {
    return run(
        "stats",
        PATIENCE,
        Kind.READ,
        (sql, database) -> new Statistics(database.tables(), Time.now()).read(sql));
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    return run(
        "claim",
        PATIENCE,
        Kind.ONCE,
        (sql, database) -> new Claims(database.tables()).claim(sql, id, owner, lease));
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    return run(
        "renew",
        PATIENCE,
        Kind.REPEATABLE,
        (sql, database) -> new Claims(database.tables()).renew(sql, id, token, lease));
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    return run(
        "settle",
        PATIENCE,
        Kind.ONCE,
        (sql, database) -> new Claims(database.tables()).settle(sql, id, token, how));
  }

  @Override
  public boolean discard(String id) throws IOException {
    return run(
        "discard",
        PATIENCE,
        Kind.ONCE,
        (sql, database) -> new Claims(database.tables()).discard(sql, id));
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    run("purge", PATIENCE, Kind.ONCE, (sql, database) -> purging(database).forget(sql));
    long removed = 0;
    String last = "";
    while (true) {
      String from = last;
      Purging.Batch batch =
          run(
              "purge",
              PATIENCE,
              Kind.ONCE,
              (sql, database) -> purging(database).purge(sql, filter, from));
      removed += batch.removed();
      if (batch.isEnd()) {
        return removed;
      }
      last = batch.last();
    }
  }

  private static Purging purging(Database database) {
    return new Purging(database.tables(), database.dialect());
  }

  private interface Task<T> {
    T run(Sql sql, Database database) throws SQLException, IOException;
  }

  private <T> T run(String what, Duration limit, Kind kind, Task<T> task) throws IOException {
    return worker.call(
        "cannot " + what,
        limit,
        attempt -> {
          Database database = opener.get();
          return database.run(attempt, kind, sql -> task.run(sql, database));
        });
  }

  /**
   * Waits up to five seconds for what is being done, and closes the connections that the store has
   * opened itself.
   *
   * @throws IOException if the database still does not answer; its connections are cut
   */
  @Override
  public void close() throws IOException {
    boolean done = worker.close(FAREWELL);
    opener.close();
    if (!done) {
      throw new IOException("the database of dead letters did not answer while it was closed");
    }
  }

  @Override
  public String toString() {
    return "JdbcStore[" + target.name() + "]";
  }
}
