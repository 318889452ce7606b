package dev.mulligan.store.jdbc;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the databases do differently. Everything else is the same SQL for all of them. */
enum Dialect {
  POSTGRESQL(
      "PostgreSQL",
      "jdbc:postgresql:",
      "org.postgresql:postgresql",
      // Whatever the database sorts by: pages go by the order of ids that Java has.
      types("VARCHAR(100) COLLATE \"C\"", "VARCHAR(700)", "TEXT", ""),
      Map.of(
          "connectTimeout", "5",
          "loginTimeout", "5",
          "socketTimeout", "60",
          "tcpKeepAlive", "true",
          "ApplicationName", "mulligan")),
  MARIADB(
      "MariaDB",
      "jdbc:mariadb:",
      "org.mariadb.jdbc:mariadb-java-client",
      types(
          "VARCHAR(100)",
          "VARCHAR(700)",
          "LONGTEXT",
          " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin"),
      Map.of("connectTimeout", "5000", "socketTimeout", "60000", "tcpKeepAlive", "true")),
  H2(
      "H2",
      "jdbc:h2:",
      "com.h2database:h2",
      types("VARCHAR(100)", "VARCHAR(700)", "CHARACTER VARYING", ""),
      // Calls that wait for their next attempt leave letters while the JVM shuts down.
      Map.of("DB_CLOSE_ON_EXIT", "FALSE")),
  SQLITE(
      "SQLite",
      "jdbc:sqlite:",
      "org.xerial:sqlite-jdbc",
      types("TEXT", "TEXT", "TEXT", ""),
      Map.of("journal_mode", "WAL", "synchronous", "FULL", "busy_timeout", "1000"));

  private final String product;
  private final String prefix;
  private final String driver;
  private final Map<String, String> types;
  private final Map<String, String> properties;

  Dialect(
      String product,
      String prefix,
      String driver,
      Map<String, String> types,
      Map<String, String> properties) {
    this.product = product;
    this.prefix = prefix;
    this.driver = driver;
    this.types = types;
    this.properties = properties;
  }

  private static Map<String, String> types(String id, String name, String body, String options) {
    return Map.of("id", id, "name", name, "body", body, "options", options);
  }

  /** Finds the database that a URL leads to. */
  static Optional<Dialect> ofUrl(String url) {
    return Stream.of(values())
        .filter(one -> url.toLowerCase(Locale.ROOT).startsWith(one.prefix))
        .findFirst();
  }

  /** Finds the database by the name that it gives itself. */
  static Optional<Dialect> ofProduct(String name) {
    return Stream.of(values()).filter(one -> one.product.equalsIgnoreCase(name)).findFirst();
  }

  /** The Maven coordinates of the driver, for messages. */
  String driver() {
    return driver;
  }

  /** The types of columns, by the placeholder in the migrations. */
  Map<String, String> types() {
    return types;
  }

  /** What the driver is told beside the URL. */
  Map<String, String> properties(String url) {
    // H2 does not take its property while it serves other processes.
    boolean shared = this == H2 && url.toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE");
    return shared ? Map.of() : properties;
  }

  /** How many connections serve one process. SQLite lets one write at a time. */
  int connections() {
    return this == SQLITE ? 1 : 4;
  }

  /** What follows a query whose rows are about to be changed. */
  String forUpdate() {
    return this == SQLITE ? "" : " FOR UPDATE";
  }
}
