package dev.mulligan.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections by the driver of a URL. Thread-safe.
 *
 * <p>The pool's own way would set the login timeout of {@link DriverManager}, which belongs to the
 * whole application.
 */
final class DriverSource implements DataSource {
  private static final int CONNECT_SECONDS = 5;

  private final String url;
  private final Driver driver;
  private final Properties properties;

  /**
   * Finds the driver.
   *
   * @throws SQLException if there is none on the class path
   */
  DriverSource(String url, Dialect dialect, @Nullable String user, @Nullable String password)
      throws SQLException {
    this.url = url;
    this.driver = DriverManager.getDriver(url);
    this.properties = new Properties();
    properties.putAll(dialect.properties(url));
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = driver.connect(url, (Properties) properties.clone());
    if (connection == null) {
      throw new SQLException("the driver does not know this kind of URL");
    }
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the user is fixed");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  /** Does nothing: the drivers have timeouts of their own. */
  @Override
  public void setLoginTimeout(int seconds) {}

  /** How long the pool waits for connections that are being opened when it is closed. */
  @Override
  public int getLoginTimeout() {
    return CONNECT_SECONDS;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  @Override
  public String toString() {
    return "connections by " + driver.getClass().getName();
  }
}
