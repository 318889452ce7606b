package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a retry policy promises beyond the traps. */
class RetryTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void aFirstSuccessIsJustACall() throws Exception {
    assertThat(subject.defaults(Script.succeeding())).isEqualTo("call 1");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void linearBackoffAddsOneDelayAStep() {
    Script script = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.linear(script)).isSameAs(script.thrown(5));
    assertThat(time.sleeps()).isEqualTo(millis(100, 200, 300, 400));
  }

  @Test
  void fixedBackoffStaysTheSame() {
    Script script = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.fixed(script)).isSameAs(script.thrown(4));
    assertThat(time.sleeps()).isEqualTo(millis(70, 70, 70));
  }

  @Test
  void customBackoffSeesTheDelayBefore() {
    Script script = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.customBackoff(script)).isSameAs(script.thrown(4));
    assertThat(time.sleeps()).isEqualTo(millis(10, 20, 30));
  }

  @Test
  void namedTypesReplaceTheDefault() throws Exception {
    Script named = Script.initiallyFailing(2, call -> new IllegalArgumentException());
    assertThat(subject.onValidation(named)).isEqualTo("call 3");

    Script unnamed = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.onValidation(unnamed)).isSameAs(unnamed.thrown(1));
  }

  @Test
  void anUnwantedResultIsAFailedAttempt() {
    int[] even = {0};
    assertThat(subject.untilOdd(even)).as("the last result comes back after all").isEqualTo(6);

    int[] odd = {1};
    assertThat(subject.untilOdd(odd)).isEqualTo(3);
  }

  @Test
  void namedExceptionsDoNotSpeakOfResults() throws Exception {
    assertThat(subject.untilOddOrReachable(new int[] {0})).isEqualTo(6);
  }
}
