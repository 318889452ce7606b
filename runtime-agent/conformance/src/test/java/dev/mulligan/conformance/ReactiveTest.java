package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** Reactor and Mutiny: each subscription is a call. */
class ReactiveTest extends ConformanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReactiveSubject subject = Engine.guarded(ReactiveSubject.class);

  private static Script failing(int times) {
    return Script.initiallyFailing(times, call -> new IOException("call " + call));
  }

  @Test
  void aMonoIsAttemptedAgain() {
    Script script = failing(2);

    assertThat(subject.mono(script).block(PATIENCE)).isEqualTo("call 3");
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void nothingHappensWithoutASubscription() {
    Script script = failing(0);
    var mono = subject.mono(script);
    assertThat(script.calls()).isZero();

    mono.block(PATIENCE);
    mono.block(PATIENCE);
    assertThat(script.calls()).as("each subscription is a call").isEqualTo(2);
  }

  @Test
  void aMonoFailsWithItsOwnException() {
    Script script = failing(9);

    assertThatThrownBy(() -> subject.mono(script).block(PATIENCE))
        .satisfies(e -> assertThat(e.getCause()).isSameAs(script.thrown(3)));
  }

  @Test
  void everyAttemptSeesTheSubscribersContext() {
    assertThat(
            subject
                .monoOfContext(failing(1))
                .contextWrite(context -> context.put("user", "ada"))
                .block(PATIENCE))
        .isEqualTo("call 2 for ada");
  }

  @Test
  void whoUnsubscribesCountsAsNothing() {
    Disposable subscription = subject.never().subscribe();

    subscription.dispose();

    assertThat(stateOf("mono")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void aMonoIsLate() {
    CompletableFuture<String> result = subject.lateMono().toFuture();
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(result::join).hasCauseInstanceOf(CallTimeoutException.class);
  }

  @Test
  void anEmptyFallbackIsAnEmptyMono() {
    assertThat(subject.answered(failing(99)).blockOptional(PATIENCE)).isEmpty();
  }

  @Test
  void aFluxIsBegunAnewUntilItsFirstValue() {
    Script script = failing(2);

    assertThat(subject.flux(script).collectList().block(PATIENCE))
        .isEqualTo(List.of("call 3", "end"));
  }

  @Test
  void aFluxThatBreaksOffIsNotRepeated() {
    Script script = failing(9);

    assertThatThrownBy(() -> subject.brokenOff(script).collectList().block(PATIENCE))
        .isInstanceOf(RuntimeException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(script.calls()).isEqualTo(1);
  }

  @Test
  void aFluxIsLate() {
    CompletableFuture<List<String>> result = subject.lateFlux().collectList().toFuture();
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(result::join).hasCauseInstanceOf(CallTimeoutException.class);
  }

  @Test
  void aUniIsAttemptedAgain() {
    Script script = failing(2);

    assertThat(subject.uni(script).await().atMost(PATIENCE)).isEqualTo("call 3");
  }
}
