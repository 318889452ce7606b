package dev.mulligan.runtime.admin;

import dev.mulligan.runtime.admin.socket.Commands;
import dev.mulligan.runtime.guard.Operations;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The admin socket of this process: {@code admin-<pid>-<n>.sock} in the folder {@code
 * mulligan.dir}, for its owner alone. It is opened when the first guard is made, unless {@code
 * mulligan.admin = false}. Thread-safe.
 */
public final class Admin {
  private Admin() {}

  /**
   * Adds a command, or replaces one.
   *
   * @param command its name: words with points between them. Those named {@code status}, and those
   *     whose last word is {@code list}, {@code show}, {@code stats}, {@code count} or {@code
   *     export}, change nothing; all others are audited
   * @param handler carries it out
   */
  public static void addCommand(String command, AdminCommand handler) {
    Commands.register(command, handler::answer);
  }

  /**
   * Adds a part to the answer of {@code status}, or replaces one.
   *
   * @param key its name there
   * @param value asked each time; gives maps, lists, strings, numbers, booleans or null
   */
  public static void addToStatus(String key, Supplier<? extends @Nullable Object> value) {
    Commands.addToStatus(key, value);
  }

  /**
   * Opens the socket, on a thread of its own, unless it is open or {@code mulligan.admin = false}.
   */
  public static void open() {
    Operations.open();
  }
}
