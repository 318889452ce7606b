package dev.mulligan.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void pairsFollowWhatHappenedAndTheCauseIsLast() {
    Line line =
        new Line("attempt failed")
            .add("policy", "pay")
            .add("attempt", "2/3")
            .add("key", null)
            .cause(new IOException("no route"));
    assertThat(line)
        .hasToString("attempt failed policy=pay attempt=2/3 cause=java.io.IOException: no route");
  }

  @Test
  void ambiguousValuesAreQuoted() {
    Line line =
        new Line("x").add("a", "eu west").add("b", "").add("c", "p=q").add("d", "say \"\\\"");
    assertThat(line).hasToString("x a=\"eu west\" b=\"\" c=\"p=q\" d=\"say \\\"\\\\\\\"\"");
  }

  @Test
  void aValueCannotForgeALine() {
    assertThat(new Line("x").add("key", "eu\nbreaker opened policy=pay").toString())
        .isEqualTo("x key=\"eu\\nbreaker opened policy=pay\"");
  }
}
