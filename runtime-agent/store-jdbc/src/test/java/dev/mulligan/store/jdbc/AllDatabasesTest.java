package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.internal.jdbc.DriverDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract of stores does not ask for, with each database. */
class AllDatabasesTest {
  @TempDir Path folder;

  private final String table = TestDatabase.freshTable();

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
  }

  private TestDatabase database(Dialect dialect) {
    return TestDatabase.of(dialect, folder);
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesAreCreatedOnceHoweverManyBegin(Dialect dialect) throws Exception {
    TestDatabase database = database(dialect);
    // Of somebody else, in the same place.
    execute(database, "CREATE TABLE " + table + "_other (id INTEGER)");
    try (JdbcStore first = database.open(table)) {
      first.append(Samples.letter(1), Samples.LIMIT);
      List<JdbcStore> stores =
          inParallel(4, number -> database.open(table + "_" + dialect.name().toLowerCase()));
      for (JdbcStore store : stores) {
        int number = stores.indexOf(store);
        store.append(Samples.letter(number, "same"), Samples.LIMIT);
      }
      for (JdbcStore store : stores) {
        assertThat(store.stats().received()).isEqualTo(4);
        store.close();
      }
      assertThat(first.stats().received()).isEqualTo(1);
    }
  }

  private interface Numbered<T> {
    T run(int number) throws Exception;
  }

  private static <T> List<T> inParallel(int threads, Numbered<T> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures =
          IntStream.range(0, threads).mapToObj(i -> executor.submit(() -> task.run(i))).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreLettersThanAPageAreListedAndPurged(Dialect dialect) throws IOException {
    int many = 2 * Pages.SIZE + 5;
    try (JdbcStore store = database(dialect).open(table)) {
      for (int number = 0; number < many; number++) {
        store.append(Samples.letter(number), Samples.LIMIT);
      }
      // The text is looked for in each page, and is rare.
      LetterFilter rare = LetterFilter.all().text("\"" + Samples.id(many - 1));

      assertThat(store.list(LetterFilter.all(), null, Integer.MAX_VALUE)).hasSize(many);
      assertThat(store.list(LetterFilter.all(), null, Pages.SIZE + 1)).hasSize(Pages.SIZE + 1);
      assertThat(store.list(rare, null, 10)).extracting(Letter::id).hasSize(1);
      assertThat(store.purge(rare)).isEqualTo(1);
      assertThat(store.purge(LetterFilter.waiting())).isEqualTo(many - 1);
      assertThat(store.stats().removed()).isEqualTo(many);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableLetterCostsOnlyItself(Dialect dialect) throws Exception {
    TestDatabase database = database(dialect);
    try (JdbcStore store = database.open(table)) {
      store.append(Samples.letter(1), Samples.LIMIT);
      store.append(Samples.letter(2), Samples.LIMIT);
    }
    execute(database, "UPDATE " + table + " SET body = 'torn' WHERE id = '" + Samples.id(1) + "'");
    try (JdbcStore store = database.open(table)) {
      assertThat(store.list(LetterFilter.all(), null, 10))
          .extracting(Letter::id)
          .containsExactly(Samples.id(2));
      assertThat(store.stats().total()).isEqualTo(2);
      assertThatThrownBy(() -> store.find(Samples.id(1)))
          .hasMessageContaining("letter " + Samples.id(1) + " cannot be read");
      assertThat(store.purge(LetterFilter.all())).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableLetterTakesNothingIn(Dialect dialect) throws Exception {
    TestDatabase database = database(dialect);
    try (JdbcStore store = database.open(table)) {
      store.append(Samples.letter(1, "same"), Samples.LIMIT);
    }
    execute(database, "UPDATE " + table + " SET body = 'torn' WHERE id = '" + Samples.id(1) + "'");
    try (JdbcStore store = database.open(table)) {
      Letter second = store.append(Samples.letter(2, "same"), Samples.LIMIT);
      Letter third = store.append(Samples.letter(3, "same"), Samples.LIMIT);

      assertThat(second).isEqualTo(Samples.letter(2, "same"));
      assertThat(third.id()).isEqualTo(second.id());
      assertThat(third.status().count()).isEqualTo(2);
      // The second one cannot be joined while it is claimed, and the first one still cannot be
      // read.
      assertThat(store.claim(second.id(), "me", Samples.LIMIT)).isPresent();
      assertThat(store.append(Samples.letter(4, "same"), Samples.LIMIT).id())
          .isEqualTo(Samples.id(4));
      assertThat(store.stats().received()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNamesCannotHoldIsKeptInTheLetter(Dialect dialect) throws IOException {
    String odd = "\0 '\\ \" % _ \uD800 😀 " + "long ".repeat(1000);
    try (JdbcStore store = database(dialect).open(table)) {
      Letter plain = Samples.letter(1, odd);
      Letter letter =
          new Letter(
              plain.id(),
              plain.callId(),
              odd,
              plain.reason(),
              plain.type(),
              plain.receiver(),
              plain.method(),
              odd,
              plain.identity(),
              plain.arguments(),
              odd,
              plain.attempts(),
              plain.firstFailure(),
              plain.lastFailure(),
              plain.retainUntil(),
              plain.origin(),
              plain.status());

      store.append(letter, Samples.LIMIT);

      LetterFilter filter = LetterFilter.all().queue(odd).key(odd).text(odd);
      assertThat(store.list(filter, null, 10)).containsExactly(letter);
      assertThat(store.list(LetterFilter.all().queue(odd + "x"), null, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB", "H2"})
  void anApplicationsOwnConnectionsWillDo(Dialect dialect) throws Exception {
    TestDatabase database = database(dialect);
    DataSource source =
        new DriverDataSource(
            getClass().getClassLoader(),
            null,
            database.url(),
            database.user(),
            database.password());
    try (JdbcStore store = new JdbcStore(source, table)) {
      inParallel(4, number -> store.append(Samples.letter(number, "same"), Samples.LIMIT));

      LetterStats stats = store.stats();
      assertThat(stats.total()).isEqualTo(1);
      assertThat(stats.joined()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAnotherVersionHasAddedIsLeftAlone(Dialect dialect) throws Exception {
    TestDatabase database = database(dialect);
    database.open(table).close();
    execute(database, "ALTER TABLE " + table + " ADD COLUMN later INTEGER");
    try (JdbcStore store = database.open(table)) {
      store.append(Samples.letter(1), Samples.LIMIT);

      assertThat(store.find(Samples.id(1))).contains(Samples.letter(1));
    }
  }
}
