package dev.mulligan.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL server that the tests start, kill and start again. */
final class PostgresServer implements TestDatabase, AutoCloseable {
  private final Path data;
  private final boolean temporary;
  private EmbeddedPostgres server;
  private final int port;

  private PostgresServer(Path data, boolean temporary) throws IOException {
    this.data = data;
    this.temporary = temporary;
    this.server = builder().start();
    this.port = server.getPort();
  }

  /** The one that tests share which do it no harm. It ends with the JVM. */
  static PostgresServer shared() {
    return Shared.SERVER;
  }

  static PostgresServer start(Path data) throws IOException {
    return new PostgresServer(data, false);
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(temporary)
        .setServerConfig("max_connections", "60")
        // Nobody cuts the power of a test.
        .setServerConfig("fsync", "off")
        .setServerConfig("synchronous_commit", "on")
        .setPGStartupWait(Duration.ofSeconds(60));
  }

  /** Ends the server as a power failure of its machine would, without a word to its clients. */
  void kill() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  void restart() throws IOException {
    // Gives up the lock on the folder; there is nothing left to be stopped.
    server.close();
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    server = builder().setPort(port).start();
  }

  @Override
  public String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public String password() {
    return "not-asked-for";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static final class Shared {
    private static final PostgresServer SERVER = begin();

    private static PostgresServer begin() {
      try {
        return new PostgresServer(Files.createTempDirectory("mulligan-postgres"), true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
