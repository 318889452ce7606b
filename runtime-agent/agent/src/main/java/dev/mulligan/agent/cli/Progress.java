package dev.mulligan.agent.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Tells on a terminal how far a long work has come, in one line that is gone when it is done. Not
 * thread-safe.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;

  private final @Nullable PrintWriter terminal;
  private final @Nullable Long expected;
  private int shown;

  /**
   * Begins a work.
   *
   * @param terminal where it is told, or null for nowhere
   * @param expected how much there is to do, or null if nobody knows
   */
  Progress(@Nullable PrintWriter terminal, @Nullable Long expected) {
    this.terminal = terminal;
    this.expected = expected;
  }

  /** Tells it on standard error, if that is a terminal as far as anybody knows. */
  static Progress on(Output output, Supplier<@Nullable Long> expected) {
    boolean isTerminal = System.console() != null && Ansi.AUTO.enabled();
    return isTerminal ? new Progress(output.err(), expected.get()) : new Progress(null, null);
  }

  void show(long done, String more) {
    if (terminal == null) {
      return;
    }
    String line = line(done, more);
    terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    terminal.flush();
    shown = line.length();
  }

  private String line(long done, String more) {
    if (expected == null || expected == 0) {
      return Words.count(done, "letter") + more;
    }
    // There may be more than there were when it began.
    long most = Math.max(expected, done);
    int filled = (int) (WIDTH * done / most);
    return "[%s%s] %3d %%  %d of %s%s"
        .formatted(
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            100 * done / most,
            done,
            Words.count(most, "letter"),
            more);
  }

  @Override
  public void close() {
    if (terminal != null && shown > 0) {
      terminal.print("\r" + " ".repeat(shown) + "\r");
      terminal.flush();
      shown = 0;
    }
  }
}
