package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    Logger logger = Logger.getLogger("dev.mulligan");
    LogLines log = new LogLines();
    logger.addHandler(log);
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
      logger.removeHandler(log);
    }

    assertThat(String.join("\n", log.lines))
        .contains(
            "Nothing is called mulligan.ConfiguredSubject.overridden.retry.maxAttemps; did you"
                + " mean mulligan.ConfiguredSubject.overridden.retry.maxAttempts?")
        .contains(
            "Not guarded: dev.mulligan.conformance.ConfiguredSubject#impossible:"
                + " @Retry(maxAttempts = 0): must be between 1 and 1000000");
  }

  /** Remembers what is logged. */
  private static final class LogLines extends Handler {
    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
