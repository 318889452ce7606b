package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** A future is no success: an attempt ends when its stage does. */
class Trap20AsyncTest extends ConformanceTest {
  private final AsyncSubject subject = Engine.guarded(AsyncSubject.class);

  private static Script failing(int times) {
    return Script.initiallyFailing(times, call -> new IOException("call " + call));
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aFailedFutureIsAttemptedAgain() throws Exception {
    Script script = failing(2);

    assertThat(get(subject.later(script))).isEqualTo("call 3");
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void theLastFailureIsTheCallersAsItWas() {
    Script script = failing(9);

    assertThatThrownBy(() -> get(subject.later(script)))
        .isInstanceOf(ExecutionException.class)
        .satisfies(e -> assertThat(e.getCause()).isSameAs(script.thrown(3)));
    assertThat(script.thrown(3).getSuppressed())
        .containsExactly(script.thrown(1), script.thrown(2));
  }

  @Test
  void whatIsThrownAtOnceIsAFailedAttemptToo() throws Exception {
    Script script = failing(1);

    assertThat(get(subject.throwsAtOnce(script).toCompletableFuture())).isEqualTo("call 2");
  }

  @Test
  void anAttemptLastsAsLongAsItsStage() throws Exception {
    CompletableFuture<String> result = subject.pending(failing(0));

    assertThat(result).isNotDone();
    subject.stage.complete("now");
    assertThat(get(result)).isEqualTo("now");
  }

  @Test
  void cancellingTheResultCancelsTheStageAndCountsAsNothing() throws Exception {
    Script script = failing(0);
    CompletableFuture<String> result = subject.pending(script);

    result.cancel(true);

    assertThat(subject.stage).isCancelled();
    assertThat(script.calls()).isEqualTo(1);
    assertThat(stateOf("pending")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void cancellingTheStageCancelsTheResult() throws Exception {
    Script script = failing(0);
    CompletableFuture<String> result = subject.pending(script);

    subject.stage.cancel(true);

    assertThatThrownBy(() -> get(result)).isInstanceOf(Exception.class);
    assertThat(result).isCancelled();
    assertThat(script.calls()).isEqualTo(1);
  }

  @Test
  void aStageThatIsLateIsGivenUpAndAttemptedAgain() throws Exception {
    Script script = failing(0);
    CompletableFuture<String> result = subject.late(script);
    time.advance(Duration.ofSeconds(1));
    while (script.calls() < 2 || time.alarms() == 0) {
      Thread.onSpinWait();
    }
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> get(result)).hasCauseInstanceOf(CallTimeoutException.class);
    assertThat(script.calls()).isEqualTo(2);
  }

  @Test
  void aFallbackAnswersLater() throws Exception {
    assertThat(get(subject.answered(failing(99)))).isEqualTo("instead");
  }

  @Test
  void everyAttemptSeesTheCallersContext() throws Exception {
    TestContext.set("request 7");
    MDC.put("trace", "ab12");
    try {
      get(subject.later(failing(2)));
    } finally {
      TestContext.set("none");
      MDC.clear();
    }

    assertThat(subject.contexts).hasSize(3).containsOnly("request 7, ab12");
  }

  @Test
  void aLostCallIsKeptAndItsReplayIsWaitedFor() throws Exception {
    AsyncSubject.broken = true;
    assertThatThrownBy(() -> get(subject.lost("x"))).hasCauseInstanceOf(IOException.class);
    List<Letter> kept = Mulligan.deadLetters().list(LetterFilter.waiting().queue("async"));
    assertThat(kept).hasSize(1);

    assertThat(Mulligan.deadLetters().replay(kept.get(0).id()).outcome()).isEqualTo(Outcome.FAILED);
    AsyncSubject.broken = false;
    assertThat(Mulligan.deadLetters().replay(kept.get(0).id()).outcome())
        .isEqualTo(Outcome.REPLAYED);
    assertThat(Mulligan.deadLetters().list(LetterFilter.waiting().queue("async"))).isEmpty();
  }
}
