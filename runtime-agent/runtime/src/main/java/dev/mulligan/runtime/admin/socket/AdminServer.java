package dev.mulligan.runtime.admin.socket;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.log.Text;
import dev.mulligan.runtime.time.Deadline;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Waits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the admin socket on a thread of its own, and answers each connection on one of a few.
 * Thread-safe.
 */
public final class AdminServer {
  static final int LONGEST_REQUEST = 64 << 10;
  static final int MOST_CONNECTIONS = 4;

  /** How long a request or an answer may take on its way, and a connection may be silent. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration LONGEST_CONNECTION = Duration.ofMinutes(10);

  /** After a connection could not be taken. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final AtomicBoolean OPENED = new AtomicBoolean();
  private static final ThreadPoolExecutor CALLS =
      new ThreadPoolExecutor(
          0,
          MOST_CONNECTIONS,
          5,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Threads.daemon("mulligan-admin-call", task));

  private AdminServer() {}

  /** Opens the socket, once, unless {@code mulligan.admin = false}. Returns at once. */
  public static void open() {
    if (!OPENED.get() && OPENED.compareAndSet(false, true)) {
      Threads.daemon("mulligan-admin", AdminServer::run).start();
    }
  }

  private static void run() {
    Config config = Config.of(null);
    String wanted = Objects.requireNonNullElse(config.get("mulligan.admin"), "true").strip();
    if (wanted.equals("false")) {
      return;
    }
    if (!wanted.equals("true")) {
      Log.warn("mulligan.admin = " + wanted + ": must be true or false");
    }
    String folder = Objects.requireNonNullElse(config.get("mulligan.dir"), ".mulligan");
    try {
      listen(new SocketFolder(Path.of(folder)).bind());
    } catch (IOException | RuntimeException | LinkageError e) {
      Log.log(Level.INFO, "There is no admin socket in " + folder + ": " + Text.summary(e));
    }
  }

  private static void listen(SocketFolder.Bound bound) throws IOException {
    try (var server = bound.server()) {
      while (true) {
        SocketChannel connection = accept(server);
        try {
          CALLS.execute(() -> serve(connection));
        } catch (RejectedExecutionException | OutOfMemoryError tooMany) {
          refuse(connection);
        }
      }
    }
  }

  /** A process that has too many files open has fewer again some time. */
  private static SocketChannel accept(ServerSocketChannel server) throws IOException {
    while (true) {
      try {
        return server.accept();
      } catch (ClosedChannelException closed) {
        throw closed;
      } catch (IOException e) {
        Log.log(Level.DEBUG, "The admin socket takes no connection just now: " + Text.summary(e));
        Waits.pause(PAUSE.toNanos());
      }
    }
  }

  /** Without waiting: this thread is the one that accepts. */
  private static void refuse(SocketChannel connection) throws IOException {
    try (connection) {
      connection.configureBlocking(false);
      String why = Commands.error("there are " + MOST_CONNECTIONS + " connections already") + "\n";
      connection.write(ByteBuffer.wrap(why.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException gone) {
      // Then nobody is there to be told.
    }
  }

  private static void serve(SocketChannel connection) {
    try (LineChannel lines = new LineChannel(connection)) {
      String user = Peer.user(connection);
      Deadline end = Deadline.in(LONGEST_CONNECTION);
      String request = read(lines, end);
      while (request != null) {
        lines.write(Commands.answer(request, user), Deadline.in(PATIENCE));
        request = read(lines, end);
      }
    } catch (IOException | RuntimeException gone) {
      Log.log(Level.DEBUG, "A connection of the admin socket ended: " + Text.summary(gone));
    }
  }

  private static @Nullable String read(LineChannel lines, Deadline end) throws IOException {
    try {
      return lines.read(LONGEST_REQUEST, end.atMost(PATIENCE));
    } catch (LineChannel.LineTooLongException tooLong) {
      lines.write(Commands.error(String.valueOf(tooLong.getMessage())), Deadline.in(PATIENCE));
      return null;
    }
  }
}
