package dev.mulligan.runtime.admin.socket;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of a connection. */
final class Peer {
  private Peer() {}

  /** The user's name, or null where the operating system or the JDK does not tell it. */
  static @Nullable String user(SocketChannel connection) {
    try {
      return connection.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    } catch (IOException | RuntimeException | LinkageError unknown) {
      return null;
    }
  }
}
