package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class ConfigurationTest {
  @TempDir Path folder;

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
  }

  private static Throwable failureOf(String url) throws IOException {
    Mulligan.configure("mulligan.store.url", url);
    try (JdbcStore store = new JdbcStore()) {
      return catchThrowable(store::stats);
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void theStoreIsFoundAsAService() throws IOException {
    Mulligan.configure("mulligan.store.url", FileDatabase.sqlite(folder).url());

    DeadLetterStore found = ServiceLoader.load(DeadLetterStore.class).findFirst().orElseThrow();

    try (found) {
      assertThat(found).isInstanceOf(JdbcStore.class);
      found.append(Samples.letter(1), Samples.LIMIT);
      assertThat(found.stats().total()).isEqualTo(1);
    }
  }

  @Test
  void aMissingUrlIsNamed() throws IOException {
    assertThat(failureOf(null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mulligan.store.url is not set");
  }

  @Test
  void anUnknownDatabaseIsNamed() throws IOException {
    assertThat(failureOf("jdbc:oracle:thin:@db:1521/shop"))
        .hasMessageContaining("mulligan.store.url = jdbc:oracle:thin:")
        .hasMessageContaining("jdbc:postgresql:");
  }

  @Test
  void aDatabaseThatIsAwayIsNamedWithTheReason() throws IOException {
    assertThat(failureOf("jdbc:postgresql://localhost:1/shop?ssl=false"))
        .hasMessageContaining("mulligan.store.url = jdbc:postgresql://localhost:1/shop:")
        .hasMessageContaining("refused");
  }

  @Test
  void aTableNameThatIsNoneIsRefused() throws IOException {
    Mulligan.configure("mulligan.store.table", "letters; DROP TABLE users");

    assertThat(failureOf(FileDatabase.h2(folder).url()))
        .hasMessageContaining("mulligan.store.table = letters; DROP TABLE users: must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/shop?user=me&password=s3cr3t-word",
        "jdbc:postgresql://me:s3cr3t-word@db/shop",
        "jdbc:h2:mem:x;PASSWORD=s3cr3t-word",
        "jdbc:mariadb://me:s3cr3t-word@db/shop"
      })
  void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) throws IOException {
    Throwable failure = failureOf(url);

    assertThat(failure).hasMessageContaining("mulligan.store.password");
    assertThat(trace(failure)).doesNotContain("s3cr3t-word");
  }

  @Test
  void aPasswordThatDoesNotOpenTheDatabaseIsNotRepeated() throws IOException {
    FileDatabase database = FileDatabase.h2(folder);
    database.open(Tables.DEFAULT).close();
    Mulligan.configure("mulligan.store.password", "s3cr3t-word");

    Throwable failure = failureOf(database.url());

    assertThat(failure).hasMessageContaining("Wrong user name or password");
    assertThat(trace(failure)).doesNotContain("s3cr3t-word");
  }

  @Test
  void theStoreIsNamedWithoutSecrets() throws IOException {
    Mulligan.configure("mulligan.store.url", "jdbc:mariadb://me@db:3306/shop?sslMode=verify-full");
    Mulligan.configure("mulligan.store.password", "s3cr3t-word");
    try (JdbcStore store = new JdbcStore()) {
      assertThat(store).hasToString("JdbcStore[mulligan.store.url = jdbc:mariadb://db:3306/shop]");
    }
  }

  @Test
  void aStoreOpensOnceItsConfigurationIsRight() throws IOException {
    Mulligan.configure("mulligan.store.url", "jdbc:nothing");
    try (JdbcStore store = new JdbcStore()) {
      assertThatThrownBy(store::stats).isInstanceOf(IOException.class);

      Mulligan.configure("mulligan.store.url", FileDatabase.h2(folder).url());

      assertThat(store.list(LetterFilter.all(), null, 10)).isEmpty();
    }
  }

  @Test
  void sqliteForcesEveryCommit() throws Exception {
    FileDatabase database = FileDatabase.sqlite(folder);
    try (JdbcStore store = database.open(Tables.DEFAULT)) {
      store.append(Samples.letter(1), Samples.LIMIT);
      assertThat(folder.resolve("letters.db-wal")).exists();
    }
  }

  @Test
  void sqliteForcesWhateverItsUrlSays() throws IOException {
    // Opening looks: it would fail if the URL were stronger.
    assertThat(failureOf(FileDatabase.sqlite(folder).url() + "?synchronous=OFF")).isNull();
  }

  @Test
  void sqliteWithoutALogIsRefused() throws IOException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(FileDatabase.sqlite(folder).url());
    try (JdbcStore store = new JdbcStore(source)) {
      assertThatThrownBy(store::stats)
          .hasMessageContaining("must run with journal_mode=WAL and synchronous=FULL")
          .hasMessageContaining("not with journal_mode=delete");
    }
  }
}
