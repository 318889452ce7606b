package dev.mulligan.sample.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;

/** One host of the site: a port on the loopback address. */
final class Listener implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 256;

  private final ServerSocket server;
  private final Site site;
  private final ExecutorService pool;

  private Listener(ServerSocket server, Site site, ExecutorService pool) {
    this.server = server;
    this.site = site;
    this.pool = pool;
  }

  /** Opens a free port; the pool must hold a thread for this host and one a connection. */
  static Listener open(Site site, ExecutorService pool) throws IOException {
    ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(LOOPBACK));
    Listener listener = new Listener(server, site, pool);
    pool.execute(listener::accept);
    return listener;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        pool.execute(() -> converse(socket));
      } catch (IOException closed) {
        // Accepting fails when the host is closed, which the loop looks at.
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      new Conversation(socket, site).hold();
    } catch (IOException gone) {
      // The client gave up waiting: nobody is left to answer.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
