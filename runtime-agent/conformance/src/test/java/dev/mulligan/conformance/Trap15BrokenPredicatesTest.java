package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
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

  @Test
  void anExceptionThatCannotBeLookedIntoGivesItsPermitBack() throws Exception {
    BreakerSubject behind = Engine.guarded(BreakerSubject.class);
    assertThatThrownBy(() -> behind.singleProbe(Script.alwaysFailing(c -> new IOException())))
        .isInstanceOf(IOException.class);
    time.advance(Duration.ofSeconds(10));

    Script hostile = Script.alwaysFailing(call -> new HostileException());
    assertThatThrownBy(() -> behind.singleProbe(hostile)).isSameAs(hostile.thrown(1));

    assertThat(behind.singleProbe(Script.succeeding())).isEqualTo("call 1");
  }

  /** Throws whatever it is asked. */
  private static final class HostileException extends ExecutionException {
    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no cause");
    }

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }
}
