package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.conformance.ClassifiedSubject.BlockedException;
import dev.mulligan.conformance.ClassifiedSubject.BusyException;
import dev.mulligan.runtime.spi.FailureContext;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other side asked for is a minimum; what makes no sense is no hint. */
class Trap09RetryAfterTest extends ConformanceTest {
  private static final String METHOD = ClassifiedSubject.class.getName() + "#call";

  private final ClassifiedSubject subject = Engine.guarded(ClassifiedSubject.class);

  @BeforeEach
  void forget() {
    OwnFailures.ASKED.clear();
  }

  @Test
  void secondsAreAMinimum() throws Exception {
    assertThat(subject.call("a", busyOnce("7", null))).isEqualTo("call 2");

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aDateIsComparedWithTheServersOwn() throws Exception {
    subject.call("a", busyOnce("Sun, 06 Nov 1994 08:49:57 GMT", "Sun, 06 Nov 1994 08:49:37 GMT"));

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void pastNegativeAndUnreadableHintsLeaveTheBackoff() throws Exception {
    subject.call("a", busyOnce("Sun, 06 Nov 1994 08:49:37 GMT", null));
    subject.call("a", busyOnce("-5", null));
    subject.call("a", busyOnce("soon", null));

    assertThat(time.sleeps()).hasSize(3).containsOnly(Duration.ofMillis(100));
  }

  @Test
  void anAbsurdHintDoesNotFitTheDeadline() {
    Script script = busyOnce("99999999999999999999999", null);

    assertThatThrownBy(() -> subject.call("a", script)).isSameAs(script.thrown(1));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void theClassifierIsToldWhereTheFailureHappened() throws Exception {
    subject.call("tenant", Script.initiallyFailing(2, call -> new BusyException("1", null)));

    assertThat(OwnFailures.ASKED)
        .containsExactly(
            new FailureContext("classified", METHOD, "tenant", 1),
            new FailureContext("classified", METHOD, "tenant", 2));
  }

  @Test
  void whatAnExceptionDeclaresOfItselfHolds() {
    Script script = Script.alwaysFailing(call -> new BlockedException());

    assertThatThrownBy(() -> subject.call("a", script)).isSameAs(script.thrown(1));
  }

  private static Script busyOnce(String retryAfter, String date) {
    return Script.initiallyFailing(1, call -> new BusyException(retryAfter, date));
  }
}
