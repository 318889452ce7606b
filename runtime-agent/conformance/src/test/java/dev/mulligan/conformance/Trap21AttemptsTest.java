package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.Retrying;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The word is attempt, and the first call is one. */
class Trap21AttemptsTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void fourAttemptsAreFourCalls() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(4));

    assertThat(script.calls()).isEqualTo(4);
    assertThat(time.sleeps()).isEqualTo(millis(100, 200, 400));
  }

  @Test
  void oneAttemptIsOneCall() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.oneAttempt(script)).isSameAs(script.thrown(1));

    assertThat(script.calls()).isEqualTo(1);
  }

  @Test
  void theDefaultIsThree() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.defaults(script)).isSameAs(script.thrown(3));
  }

  @Test
  void eventsCountAttemptsTheSameWay() throws Exception {
    List<MulliganEvent> events = new ArrayList<>();
    Script script = Script.initiallyFailing(1, call -> new IOException());

    try (Subscription all = Mulligan.listen(events::add)) {
      subject.fourAttempts(script);
    }

    assertThat(events).hasSize(3);
    assertThat(events.get(0))
        .isInstanceOfSatisfying(
            AttemptFailed.class,
            event -> {
              assertThat(event.policy()).isEqualTo("RetrySubject.fourAttempts");
              assertThat(event.attempt()).isEqualTo(1);
              assertThat(event.maxAttempts()).isEqualTo(4);
            });
    assertThat(events.get(1))
        .isInstanceOfSatisfying(Retrying.class, e -> assertThat(e.attempt()).isEqualTo(2));
    assertThat(events.get(2))
        .isInstanceOfSatisfying(Recovered.class, e -> assertThat(e.attempts()).isEqualTo(2));
  }
}
