package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter terminal = new StringWriter();
  private final PrintWriter out = new PrintWriter(terminal);

  @Test
  void aBarGrowsAndIsGoneAtTheEnd() {
    try (Progress progress = new Progress(out, 200L)) {
      progress.show(50, ", 1 failed");
      assertThat(terminal)
          .hasToString("\r[#######.......................]  25 %  50 of 200 letters, 1 failed");
      progress.show(200, "");
      assertThat(terminal.toString())
          .contains("\r[##############################] 100 %  200 of 200 letters  ");
    }
    assertThat(terminal.toString()).endsWith(" \r");
  }

  @Test
  void moreThanThereWereAtFirstIsNoTrouble() {
    try (Progress progress = new Progress(out, 2L)) {
      progress.show(3, "");
      assertThat(terminal.toString()).endsWith("100 %  3 of 3 letters");
    }
  }

  @Test
  void withoutAnExpectationItIsACount() {
    try (Progress progress = new Progress(out, null)) {
      progress.show(7, "");
      assertThat(terminal).hasToString("\r7 letters");
    }
  }

  @Test
  void oneIsSingular() {
    try (Progress progress = new Progress(out, 1L)) {
      progress.show(1, "");
      assertThat(terminal.toString()).endsWith("100 %  1 of 1 letter");
    }
  }

  @Test
  void whereThereIsNoTerminalThereIsNothing() {
    try (Progress progress = new Progress(null, 9L)) {
      progress.show(7, "");
    }
    assertThat(terminal.toString()).isEmpty();
  }
}
