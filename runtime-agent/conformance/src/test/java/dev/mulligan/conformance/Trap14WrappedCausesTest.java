package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Carriers are looked into, and the caller gets what was thrown. */
class Trap14WrappedCausesTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void aCarrierOfANetworkFailureIsRetried() {
    Script script =
        Script.alwaysFailing(
            call -> new ExecutionException(new CompletionException(new IOException())));

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(4));
  }

  @Test
  void aCarrierOfABadArgumentIsNotRetried() {
    Script script =
        Script.alwaysFailing(call -> new ExecutionException(new IllegalArgumentException()));

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(1));
  }

  @Test
  void namedExceptionsAreFoundInsideCarriers() throws Exception {
    Script found = Script.initiallyFailing(1, call -> new UncheckedIOException(new IOException()));
    assertThat(subject.onIoButNotMissingFiles(found)).isEqualTo("call 2");

    Script excluded =
        Script.alwaysFailing(call -> new CompletionException(new FileNotFoundException()));
    assertThatThrownBy(() -> subject.onIoButNotMissingFiles(excluded)).isSameAs(excluded.thrown(1));
  }

  @Test
  void aCycleOfCausesEnds() {
    Script script =
        Script.alwaysFailing(
            call -> {
              CompletionException a = new CompletionException("a") {};
              CompletionException b = new CompletionException("b", a);
              a.initCause(b);
              return a;
            });

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(4));
  }
}
