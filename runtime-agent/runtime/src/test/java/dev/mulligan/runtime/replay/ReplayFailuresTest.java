package dev.mulligan.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How much is remembered. */
class ReplayFailuresTest {
  private final ReplayFailures failures = new ReplayFailures();

  private static ReplayFailure failure(int number) {
    return new ReplayFailure(
        Instant.EPOCH.plusSeconds(number), FailureType.NETWORK, "failure " + number);
  }

  @Test
  void ofMoreThanAThousandTheLastOnesAreRemembered() {
    for (int number = 0; number < ReplayFailures.MOST; number++) {
      failures.failed("letter " + number, failure(number));
    }
    failures.failed("letter 0", failure(9_999));
    failures.failed("one more", failure(10_000));

    assertThat(failures.last("letter 1")).isNull();
    assertThat(failures.last("letter 2")).isEqualTo(failure(2));
    assertThat(failures.last("letter 0")).isEqualTo(failure(9_999));
    assertThat(failures.last("one more")).isEqualTo(failure(10_000));
  }
}
