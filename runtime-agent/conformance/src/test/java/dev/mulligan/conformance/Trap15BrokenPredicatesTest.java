package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the application's own code throws never hides the business failure. */
class Trap15BrokenPredicatesTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void aBackoffThatThrowsEndsTheCallWithTheBusinessFailure() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.brokenBackoff(script)).isSameAs(script.thrown(1));

    assertThat(script.thrown(1).getSuppressed()).hasSize(1);
    assertThat(script.thrown(1).getSuppressed()[0]).hasMessage("broken backoff");
  }

  @Test
  void aListenerThatThrowsChangesNothing() throws Exception {
    Script script = Script.initiallyFailing(2, call -> new IOException());

    try (Subscription broken =
        Mulligan.listen(
            event -> {
              throw new IllegalStateException("broken listener");
            })) {
      assertThat(subject.fourAttempts(script)).isEqualTo("call 3");
    }
  }
}
