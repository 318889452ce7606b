package dev.mulligan.runtime.admin.socket;

import dev.mulligan.runtime.time.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection as lines of UTF-8, with a limit of length and time for each. Not thread-safe. */
public final class LineChannel implements Closeable {
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer in = ByteBuffer.allocate(8192).limit(0);

  /**
   * Takes a connection over.
   *
   * @param channel connected; closed if this fails
   * @throws IOException if it cannot be watched
   */
  public LineChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    try {
      channel.configureBlocking(false);
      selector = Selector.open();
      key = channel.register(selector, 0);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Reads a line.
   *
   * @param most how many bytes it may have
   * @param deadline until when it must be there
   * @return the line without its end; null if the other side has no more to say
   * @throws LineTooLongException if it is longer
   * @throws IOException if it is not there in time, or the connection breaks
   */
  public @Nullable String read(int most, Deadline deadline) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      while (in.hasRemaining()) {
        byte next = in.get();
        if (next == '\n') {
          return line.toString(StandardCharsets.UTF_8);
        }
        if (line.size() == most) {
          throw new LineTooLongException(most);
        }
        line.write(next);
      }
      in.clear();
      int read = channel.read(in);
      in.flip();
      if (read < 0) {
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
      }
      if (read == 0) {
        await(SelectionKey.OP_READ, deadline);
      }
    }
  }

  /**
   * Writes a line.
   *
   * @param line the line without its end
   * @param deadline until when the other side must have taken it
   * @throws IOException if it has not, or the connection breaks
   */
  public void write(String line, Deadline deadline) throws IOException {
    ByteBuffer out = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (out.hasRemaining()) {
      if (channel.write(out) == 0) {
        await(SelectionKey.OP_WRITE, deadline);
      }
    }
  }

  private void await(int what, Deadline deadline) throws IOException {
    long left = deadline.millisLeft();
    if (left == 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    key.interestOps(what);
    selector.select(left);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
  }

  SocketChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    try {
      selector.close();
    } finally {
      channel.close();
    }
  }

  /** Thrown when a line is longer than it may be. */
  static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    LineTooLongException(int most) {
      super("a request has at most " + most + " bytes");
    }
  }
}
