package dev.mulligan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** What is set from outside is read when a method is first used. */
class ConfigurationTest extends ConformanceTest {
  @Test
  void valuesAreOverriddenResolvedAndChecked() {
    System.setProperty("mulligan.ConfiguredSubject.overridden.retry.maxAttempts", "5");
    System.setProperty("mulligan.ConfiguredSubject.overridden.retry.maxAttemps", "7");
    System.setProperty("conformance.delay", "PT0.03S");
    System.setProperty("mulligan.outside.retry.jitter", "NONE");
    System.setProperty("mulligan.impossible.retry.maxAttempts", "0");
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      ConfiguredSubject subject = Engine.guarded(ConfiguredSubject.class);

      Script overridden = Script.alwaysFailing(call -> new IOException());
      assertThatThrownBy(() -> subject.overridden(overridden)).isSameAs(overridden.thrown(5));

      Script resolved = Script.alwaysFailing(call -> new IOException());
      assertThatThrownBy(() -> subject.resolved(resolved)).isSameAs(resolved.thrown(2));
      assertThat(time.sleeps()).endsWith(millis(30).get(0));

      Script unguarded = Script.alwaysFailing(call -> new IOException());
      assertThatThrownBy(() -> subject.impossible(unguarded)).isSameAs(unguarded.thrown(1));
    } finally {
      System.setErr(before);
    }

    assertThat(log.toString(UTF_8))
        .contains(
            "Nothing is called mulligan.ConfiguredSubject.overridden.retry.maxAttemps; did you"
                + " mean mulligan.ConfiguredSubject.overridden.retry.maxAttempts?")
        .contains(
            "Not guarded: dev.mulligan.conformance.ConfiguredSubject#impossible:"
                + " @Retry(maxAttempts = 0): must be between 1 and 1000000");
  }
}
