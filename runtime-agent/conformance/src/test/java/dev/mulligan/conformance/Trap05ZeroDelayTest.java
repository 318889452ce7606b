package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A delay of zero stays zero, without a spike of jitter around it. */
class Trap05ZeroDelayTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void fullJitterOfNothingIsNothing() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.fullJitterOfZero(script)).isInstanceOf(IOException.class);

    assertThat(time.sleeps()).hasSize(499).containsOnly(Duration.ZERO);
  }
}
