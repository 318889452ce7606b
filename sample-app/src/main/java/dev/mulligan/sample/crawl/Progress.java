package dev.mulligan.sample.crawl;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * Shows once a second where a run is: on one line that is rewritten, or line by line where nobody
 * sits at a terminal.
 */
final class Progress {
  private static final long PERIOD_MILLIS = 1_000;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal = hasTerminal();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Runs a step, showing the line as it changes; the last state is left standing. */
  void during(Step step, Supplier<String> line) throws InterruptedException {
    Timer timer = new Timer("progress", true);
    timer.scheduleAtFixedRate(task(line), PERIOD_MILLIS, PERIOD_MILLIS);
    try {
      step.run();
    } finally {
      timer.cancel();
      print(line.get());
      if (terminal) {
        out.println();
      }
    }
  }

  private TimerTask task(Supplier<String> line) {
    return new TimerTask() {
      @Override
      public void run() {
        print(line.get());
      }
    };
  }

  private synchronized void print(String line) {
    if (terminal) {
      out.print(ERASE_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Wrong on JDK 22 to 24 when the output is redirected; a file then holds the erased lines. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasTerminal() {
    return System.console() != null;
  }
}
