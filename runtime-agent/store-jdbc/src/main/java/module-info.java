/** Dead letters in a database: PostgreSQL, MariaDB, H2 or SQLite. */
module dev.mulligan.store.jdbc {
  requires transitive dev.mulligan.runtime;
  requires transitive java.sql;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires static org.jspecify;
  requires org.slf4j;

  exports dev.mulligan.store.jdbc;

  uses java.sql.Driver;

  provides dev.mulligan.runtime.spi.DeadLetterStore with
      dev.mulligan.store.jdbc.JdbcStore;
}
