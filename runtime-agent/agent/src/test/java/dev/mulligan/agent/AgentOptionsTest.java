package dev.mulligan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.config.KnownKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentOptionsTest {
  @AfterEach
  void clearProperties() {
    System.clearProperty("mulligan.enabled");
    System.clearProperty("mulligan.dir");
    System.clearProperty("mulligan.exclude");
    System.clearProperty("mulligan.async");
  }

  @Test
  void withoutOptionsTheAgentIsOn() {
    assertThat(AgentOptions.parse(null).enabled()).isTrue();
    assertThat(AgentOptions.parse("").enabled()).isTrue();
  }

  @Test
  void optionsReachTheRuntimeAsProperties() {
    AgentOptions options = AgentOptions.parse("dir=/var/lib/letters,enabled=false");

    assertThat(options.enabled()).isFalse();
    assertThat(System.getProperty("mulligan.dir")).isEqualTo("/var/lib/letters");
  }

  @Test
  void theRuntimeKnowsEveryOption() {
    for (String option : AgentOptions.KEYS) {
      String key = "mulligan." + option;
      String before = System.getProperty(key);
      System.setProperty(key, "false");
      try {
        assertThat(KnownKeys.problems()).noneMatch(problem -> problem.contains(key));
      } finally {
        if (before == null) {
          System.clearProperty(key);
        } else {
          System.setProperty(key, before);
        }
      }
    }
  }

  @Test
  void excludedClassesAreNamedWholeOrByPrefix() {
    AgentOptions options = AgentOptions.parse("exclude=com.acme.Pay;org.other.*");

    assertThat(options.excludes("com/acme/Pay")).isTrue();
    assertThat(options.excludes("com/acme/Payments")).isFalse();
    assertThat(options.excludes("org/other/deep/Thing")).isTrue();
  }

  @Test
  void anUnknownOptionDoesNotTurnTheAgentOff() {
    assertThat(AgentOptions.parse("dri=x,dir=y").enabled()).isTrue();
    assertThat(System.getProperty("mulligan.dir")).isEqualTo("y");
    assertThat(System.getProperty("mulligan.dri")).isNull();
  }

  @Test
  void typesOfResultsAreSeparatedBySemicolonsOnTheCommandLine() {
    AgentOptions.parse("async=com.acme.Promise;com.acme.Other");

    assertThat(System.getProperty("mulligan.async")).isEqualTo("com.acme.Promise,com.acme.Other");
  }
}
