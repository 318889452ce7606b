package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static final Failure FAILURE = failure(new IllegalStateException());

  private final VirtualTime time = VirtualTime.install();
  private final Fingerprints fingerprints = new Fingerprints(3);

  @AfterEach
  void realTimeAgain() {
    time.close();
  }

  @Test
  void onlyTheLastHourCounts() {
    fail("a", 4);
    time.advance(Duration.ofMinutes(61));
    fail("a", 4);

    assertThat(fingerprints.isPoison("a", 4, false)).isTrue();
    assertThat(fingerprints.isPoison("a", 5, false)).isFalse();
    assertThat(fingerprints.knows("call", 4)).isTrue();
    assertThat(fingerprints.knows("call", 5)).isFalse();
    assertThat(fingerprints.knows("other", 1)).isFalse();
  }

  @Test
  void failuresOfAnotherKindInterruptThoseAlike() {
    fail("a", 3);
    fingerprints.failed("a", "call", failure(new IllegalArgumentException()));
    fail("a", 2);

    assertThat(fingerprints.isPoison("a", 6, false)).isTrue();
    assertThat(fingerprints.isPoison("a", 2, true)).isTrue();
    assertThat(fingerprints.isPoison("a", 3, true)).isFalse();
  }

  @Test
  void thoseNotSeenForLongestMakeRoom() {
    fail("a", 1);
    fail("b", 1);
    fail("c", 1);
    fail("a", 1);
    fail("d", 1);

    assertThat(fingerprints.isPoison("b", 1, false)).isFalse();
    assertThat(fingerprints.isPoison("a", 2, false)).isTrue();
  }

  @Test
  void whatSucceededIsForgotten() {
    fail("a", 5);
    fingerprints.forgive("a");

    assertThat(fingerprints.isPoison("a", 1, false)).isFalse();
    assertThat(fingerprints.knows("call", 1)).isFalse();
  }

  private void fail(String fingerprint, int times) {
    for (int i = 0; i < times; i++) {
      fingerprints.failed(fingerprint, "call", FAILURE);
    }
  }

  private static Failure failure(Exception thrown) {
    return new Failure(thrown, thrown, FailureType.SYSTEM, null);
  }
}
