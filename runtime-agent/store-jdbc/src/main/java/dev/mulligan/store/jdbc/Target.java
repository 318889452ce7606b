package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.Mulligan;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the database is, as the configuration or the application says it. */
interface Target {
  /**
   * Finds the way there. Asked again after a failure: the configuration may be another by then.
   *
   * @throws IOException if the database is not named rightly, or cannot be asked what it is
   */
  Route find() throws IOException;

  /** A name for logs and messages, without secrets. */
  String name();

  /**
   * The way to a database.
   *
   * @param source opens connections
   * @param pooled whether the source keeps connections for later
   * @param dialect what kind of database it is
   * @param tables the names of the tables
   */
  record Route(DataSource source, boolean pooled, Dialect dialect, Tables tables) {}

  /** The database of the application's own pool. */
  record Given(DataSource source, Tables tables) implements Target {
    @Override
    public Route find() throws IOException {
      try (Connection connection = source.getConnection()) {
        String product = connection.getMetaData().getDatabaseProductName();
        Dialect dialect =
            Dialect.ofProduct(product)
                .orElseThrow(
                    () ->
                        new StoreException(
                            product + " is none of PostgreSQL, MariaDB, H2 and SQLite"));
        return new Route(source, true, dialect, tables);
      } catch (SQLException e) {
        throw new StoreException(
            "the database of dead letters cannot be reached: " + Failures.reason(e), e);
      }
    }

    @Override
    public String name() {
      return "a data source of the application";
    }
  }

  /** The database that {@code mulligan.store.url} names. */
  record Configured() implements Target {
    private static final String URL = "mulligan.store.url";
    private static final String TABLE = "mulligan.store.table";

    /** A password among the parameters, or before the host. */
    private static final Pattern SECRET = Pattern.compile("(?i)passw|//[^/?;]*:[^/?;]*@");

    @Override
    public Route find() throws IOException {
      String url = Mulligan.configured(URL);
      if (url == null || url.isBlank()) {
        throw new StoreException(
            URL + " is not set: where dead letters are kept, such as jdbc:postgresql://db/shop");
      }
      if (SECRET.matcher(url).find()) {
        throw new StoreException(
            URL
                + " = "
                + shown(url)
                + ": a password does not belong there, but in"
                + " mulligan.store.password");
      }
      Dialect dialect =
          Dialect.ofUrl(url)
              .orElseThrow(
                  () ->
                      new StoreException(
                          URL
                              + " = "
                              + shown(url)
                              + ": begins with none of jdbc:postgresql:,"
                              + " jdbc:mariadb:, jdbc:h2: and jdbc:sqlite:"));
      return new Route(source(url, dialect), false, dialect, tables());
    }

    private static DataSource source(String url, Dialect dialect) throws IOException {
      try {
        return new DriverSource(
            url,
            dialect,
            Mulligan.configured("mulligan.store.user"),
            Mulligan.configured("mulligan.store.password"));
      } catch (SQLException e) {
        throw new StoreException(
            URL
                + " = "
                + shown(url)
                + ": its driver, "
                + dialect.driver()
                + ", is not on the class path",
            e);
      }
    }

    private static Tables tables() throws IOException {
      @Nullable String name = Mulligan.configured(TABLE);
      try {
        return new Tables(Objects.requireNonNullElse(name, Tables.DEFAULT));
      } catch (IllegalArgumentException e) {
        throw new StoreException(TABLE + " = " + name + ": " + e.getMessage(), e);
      }
    }

    @Override
    public String name() {
      @Nullable String url = Mulligan.configured(URL);
      return URL + (url == null ? ", which is not set" : " = " + shown(url));
    }

    /** Without parameters and without what stands before the host. */
    static String shown(String url) {
      String place = url.split("[?;]", 2)[0];
      boolean secret = place.toLowerCase(Locale.ROOT).contains("passw");
      return secret ? place.split(":", 3)[0] + ":…" : place.replaceAll("//[^/]*@", "//");
    }
  }
}
