package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Retries draw on a budget: successes earn it, only retries cost it, first attempts are free. */
class Trap17BudgetTest extends ConformanceTest {
  private final BudgetSubject subject = Engine.guarded(BudgetSubject.class);

  @Test
  void firstAttemptsAreAlwaysMade() {
    int calls = 0;
    for (int i = 0; i < 100; i++) {
      Script script = failing();
      assertFails(() -> subject.inAnOutage(script));
      calls += script.calls();
    }

    // 100 first attempts and the floor's ten; where nothing succeeds, nothing is earned.
    assertThat(calls).isEqualTo(110);
  }

  @Test
  void successesEarnRetries() throws Exception {
    for (int i = 0; i < 50; i++) {
      subject.afterSuccesses(Script.succeeding());
    }
    Script script = failing();
    assertFails(() -> subject.afterSuccesses(script));

    // The first attempt, the floor's ten, and a fifth of 50.
    assertThat(script.calls()).isEqualTo(21);
  }

  @Test
  void failuresThatAreNotRetriableCostNothing() {
    for (int i = 0; i < 100; i++) {
      Script invalid = Script.alwaysFailing(call -> new IllegalArgumentException());
      assertThatThrownBy(() -> subject.withInvalidArguments(invalid)).isSameAs(invalid.thrown(1));
    }
    Script script = failing();
    assertFails(() -> subject.withInvalidArguments(script));

    assertThat(script.calls()).isEqualTo(11);
  }

  @Test
  void theFloorComesBackByTimeAlone() {
    assertFails(() -> subject.afterASecond(failing()));
    Script spent = failing();
    assertFails(() -> subject.afterASecond(spent));
    assertThat(spent.calls()).isEqualTo(1);

    time.advance(Duration.ofSeconds(1));
    Script later = failing();
    assertFails(() -> subject.afterASecond(later));
    assertThat(later.calls()).isEqualTo(11);
  }

  private static Script failing() {
    return Script.alwaysFailing(call -> new IOException());
  }

  private static void assertFails(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IOException.class);
  }
}
