package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a circuit breaker promises beyond the traps. */
class BreakerTest extends ConformanceTest {
  private final BreakerSubject subject = Engine.guarded(BreakerSubject.class);

  @Test
  void opensAfterFailuresInARow() throws Exception {
    failing(2);
    subject.threeInARow(Script.succeeding());
    failing(2);
    assertThat(stateOf("three")).isEqualTo(BreakerState.CLOSED);
    failing(1);
    assertThat(stateOf("three")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void closesAfterAllProbesSucceeded() throws Exception {
    failing(3);
    time.advance(Duration.ofSeconds(10));

    subject.threeInARow(Script.succeeding());
    assertThat(stateOf("three")).isEqualTo(BreakerState.HALF_OPEN);
    subject.threeInARow(Script.succeeding());
    assertThat(stateOf("three")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void oneFailedProbeOpensAgain() {
    failing(3);
    time.advance(Duration.ofSeconds(10));
    failing(1);
    assertThat(stateOf("three")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void aWindowOfCallsForgetsTheOldest() throws Exception {
    // 4 failures, then 6 successes: 40 % of 10. 4 more failures push the first 4 out: still 40 %.
    failingCalls(4);
    for (int i = 0; i < 6; i++) {
      subject.tenCalls(Script.succeeding());
    }
    failingCalls(4);
    assertThat(stateOf("calls")).isEqualTo(BreakerState.CLOSED);
    failingCalls(1);
    assertThat(stateOf("calls")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void aWindowOfTimeForgetsTheOldest() throws Exception {
    failingSeconds(3);
    time.advance(Duration.ofSeconds(21));
    // The three are forgotten; with them, this would be the fourth failure of four calls.
    failingSeconds(3);
    assertThat(stateOf("seconds")).isEqualTo(BreakerState.CLOSED);
    failingSeconds(1);
    assertThat(stateOf("seconds")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void successesOfTheWindowCountInTheRate() throws Exception {
    for (int i = 0; i < 5; i++) {
      subject.twentySeconds(Script.succeeding());
      time.advance(Duration.ofSeconds(1));
    }
    failingSeconds(4);
    assertThat(stateOf("seconds")).as("4 of 9").isEqualTo(BreakerState.CLOSED);
    failingSeconds(1);
    assertThat(stateOf("seconds")).as("5 of 10").isEqualTo(BreakerState.OPEN);
  }

  @Test
  void slowCallsOpenItToo() throws Exception {
    for (int i = 0; i < 2; i++) {
      subject.slow(Script.succeeding());
      subject.slow(Script.succeeding().doing(() -> time.advance(Duration.ofSeconds(1))));
    }
    assertThat(stateOf("slow")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void theOpenTimeGrowsWithEachFailedProbe() {
    Script failing = Script.alwaysFailing(call -> new IOException());
    long[] openSeconds = {10, 20, 35, 35};
    for (long seconds : openSeconds) {
      assertThatThrownBy(() -> subject.growing(failing)).isInstanceOf(IOException.class);
      time.advance(Duration.ofSeconds(seconds).minusMillis(1));
      assertThatThrownBy(() -> subject.growing(failing)).isInstanceOf(CircuitOpenException.class);
      time.advance(Duration.ofMillis(1));
    }
  }

  @Test
  void eachKeyHasItsOwnBreaker() throws Exception {
    for (String path : List.of("a", "b")) {
      assertThatThrownBy(
              () ->
                  subject.byHost(
                      URI.create("http://down.example/" + path),
                      Script.alwaysFailing(call -> new IOException())))
          .isInstanceOf(IOException.class);
    }

    assertThatThrownBy(
            () -> subject.byHost(URI.create("http://down.example/x"), Script.succeeding()))
        .isInstanceOfSatisfying(
            CircuitOpenException.class, e -> assertThat(e.key()).isEqualTo("down.example"));
    assertThat(subject.byHost(URI.create("http://up.example/"), Script.succeeding()))
        .isEqualTo("call 1");
  }

  @Test
  void aRedactedKeyIsNeverShown() {
    List<String> shown = new ArrayList<>();
    try (Subscription all = Mulligan.listen(event -> shown.add(event.toString()))) {
      for (int i = 0; i < 2; i++) {
        Throwable thrown =
            catchThrowable(
                () ->
                    // Not what a hexadecimal digest could be by chance.
                    subject.bySecret(
                        "open-sesame", Script.alwaysFailing(call -> new IOException())));
        shown.add(thrown.toString());
      }
    }
    Mulligan.breakers().list().forEach(breaker -> shown.add(breaker.name() + breaker.key()));

    assertThat(shown).anyMatch(text -> text.contains("CircuitOpenException"));
    assertThat(shown).noneMatch(text -> text.contains("sesame"));
  }

  @Test
  void aRefusalThatThePolicyNamesIsWaitedFor() throws Exception {
    Script failing = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.waitingForTheBreaker(failing)).isSameAs(failing.thrown(1));

    assertThat(subject.waitingForTheBreaker(Script.succeeding())).isEqualTo("call 1");
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void namedTypesReplaceTheDefault() {
    assertThatThrownBy(() -> subject.validation(Script.alwaysFailing(c -> new IOException())))
        .isInstanceOf(IOException.class);
    assertThat(stateOf("validation")).isEqualTo(BreakerState.CLOSED);
    assertThatThrownBy(
            () -> subject.validation(Script.alwaysFailing(c -> new IllegalArgumentException())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stateOf("validation")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void anOperatorOpensAndCloses() throws Exception {
    assertThat(Mulligan.breakers().open("three")).isEqualTo(1);
    time.advance(Duration.ofDays(1));
    assertThatThrownBy(() -> subject.threeInARow(Script.succeeding()))
        .isInstanceOf(CircuitOpenException.class);

    Mulligan.breakers().close("three");
    assertThat(subject.threeInARow(Script.succeeding())).isEqualTo("call 1");
  }

  private void failing(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> subject.threeInARow(Script.alwaysFailing(c -> new IOException())))
          .isInstanceOf(IOException.class);
    }
  }

  private void failingCalls(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> subject.tenCalls(Script.alwaysFailing(c -> new IOException())))
          .isInstanceOf(IOException.class);
    }
  }

  private void failingSeconds(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> subject.twentySeconds(Script.alwaysFailing(c -> new IOException())))
          .isInstanceOf(IOException.class);
    }
  }
}
