package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.rejection.RateLimitExceededException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A delay that does not fit the total time is not begun. */
class Trap07DeadlineTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void givesUpBeforeASleepThatDoesNotFit() {
    // Attempts at 0, 1, ... 9 s; the sleep after the tenth would end at 10 s.
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.tenSeconds(script)).isSameAs(script.thrown(10));

    assertThat(script.calls()).isEqualTo(10);
    assertThat(time.sleeps()).hasSize(9);
  }

  @Test
  void norIsAWaitForATurnThatDoesNotFit() {
    // 6 s of work: the next turn is at 12 s or later, beyond the 10 s that the call has.
    Script script =
        Script.alwaysFailing(call -> new IOException())
            .doing(() -> time.advance(Duration.ofSeconds(6)));

    assertThatThrownBy(() -> subject.tenSecondsInTurn(script)).isSameAs(script.thrown(1));

    assertThat(script.thrown(1).getSuppressed())
        .singleElement()
        .isInstanceOf(RateLimitExceededException.class);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void theFirstAttemptCountsToo() {
    // 4 s of work and 1 s of delay each: the second attempt ends at 9 s, and no delay fits.
    Script script =
        Script.alwaysFailing(call -> new IOException())
            .doing(() -> time.advance(Duration.ofSeconds(4)));

    assertThatThrownBy(() -> subject.tenSeconds(script)).isSameAs(script.thrown(2));

    assertThat(time.sleeps()).hasSize(1);
  }
}
