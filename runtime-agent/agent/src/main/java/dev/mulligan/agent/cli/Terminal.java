package dev.mulligan.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What is known of the terminal that a person looks at. */
final class Terminal {
  /** Where nobody knows: a pipe, a file. */
  static final int USUAL_WIDTH = 110;

  /** Picocli knows no narrower terminal. */
  private static final int LEAST_WIDTH = 55;

  private Terminal() {}

  /** How many characters fit into a line, 55 or more. */
  static int width() {
    int unlessTerminal = widthOf(System.getenv("COLUMNS"));
    return new UsageMessageSpec().autoWidth(true).width(unlessTerminal).width();
  }

  /** Shells keep the width in {@code COLUMNS}, and some tell it to what they start. */
  static int widthOf(@Nullable String columns) {
    if (columns == null || !columns.matches("[1-9][0-9]{0,3}")) {
      return USUAL_WIDTH;
    }
    return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
  }
}
