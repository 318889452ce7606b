package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Suppressed exceptions are bounded, and never the exception itself. */
class Trap24SuppressedTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void earlierFailuresAreSuppressedInOrder() {
    Script script = Script.alwaysFailing(call -> new IOException("call " + call));

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(4));

    assertThat(script.thrown(4).getSuppressed())
        .containsExactly(script.thrown(1), script.thrown(2), script.thrown(3));
  }

  @Test
  void theSameInstanceEveryTimeGrowsNothing() {
    IOException shared = new IOException();
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> subject.fourAttempts(Script.alwaysFailing(call -> shared)))
          .isSameAs(shared);
    }

    assertThat(shared.getSuppressed()).isEmpty();
  }

  @Test
  void aSharedInstanceAmongOthersStaysBounded() {
    IOException shared = new IOException();
    for (int i = 0; i < 50; i++) {
      Script script =
          Script.alwaysFailing(call -> call == 4 ? shared : new IOException("call " + call));
      assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(shared);
    }

    assertThat(shared.getSuppressed()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void ofManyAttemptsAFewAreKept() {
    Script script = Script.alwaysFailing(call -> new IOException("call " + call));

    assertThatThrownBy(() -> subject.manyAttempts(script)).isSameAs(script.thrown(10_000));

    assertThat(script.thrown(10_000).getSuppressed()).hasSize(8);
  }
}
