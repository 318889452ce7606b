package dev.mulligan.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownKeysTest {
  @AfterEach
  void forget() {
    Config.set("mulligan.async", null);
    Config.set("mulligan.asynk", null);
  }

  @Test
  void theNamesOfAsynchronousTypesAreNoTypo() {
    Config.set("mulligan.async", "com.acme.Promise");
    Config.set("mulligan.asynk", "com.acme.Promise");
    assertThat(KnownKeys.problems())
        .contains("Nothing is called mulligan.asynk; did you mean mulligan.async?")
        .noneMatch(problem -> problem.startsWith("Nothing is called mulligan.async;"));
  }
}
