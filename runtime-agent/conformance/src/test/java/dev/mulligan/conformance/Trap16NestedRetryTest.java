package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.event.BreakerState;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Retries inside retries add up, they do not multiply. */
class Trap16NestedRetryTest extends ConformanceTest {
  private final NestedSubject subject = Engine.guarded(NestedSubject.class);

  @Test
  void aPolicyIsAppliedOnceWhateverAppliesIt() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.inner(script)).isSameAs(script.thrown(3));

    assertThat(script.calls()).isEqualTo(3);
  }

  @Test
  void aBreakerCountsEachCallOnceWhateverAppliesIt() throws Exception {
    // 3 failures among 7 calls are 43 %; the fourth among 8 makes 50 %.
    for (int i = 0; i < 4; i++) {
      subject.counted(Script.succeeding());
    }
    for (int i = 0; i < 4; i++) {
      assertThat(stateOf("counted")).isEqualTo(BreakerState.CLOSED);
      assertThatThrownBy(() -> subject.counted(Script.alwaysFailing(call -> new IOException())))
          .isInstanceOf(IOException.class);
    }

    assertThat(stateOf("counted")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void anInnerRetryIsLeftToTheOuterOneThatRepeats() {
    Script script = Script.alwaysFailing(call -> new IOException());

    // The inner one makes 3 attempts, then the outer one's two further attempts are single calls.
    assertThatThrownBy(() -> subject.outer(script)).isInstanceOf(IOException.class);

    assertThat(script.calls()).isEqualTo(5);
  }

  @Test
  void afterANestedCallRetriesWorkAsBefore() throws Exception {
    Script first = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.outer(first)).isInstanceOf(IOException.class);
    Script recovering = Script.initiallyFailing(4, call -> new IOException());
    assertThat(subject.outer(recovering)).isEqualTo("call 5");

    Script script = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.inner(script)).isSameAs(script.thrown(3));
  }
}
