package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.guard.CodeGuard;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Calls that wait, time out and run elsewhere, without waiting in earnest. */
@MulliganTest
class DrivenTimeTest {
  private final Keeper keeper = new Keeper();
  private final PageClient client = Engine.pageClient();

  @Test
  void aTimeoutGoesOffWhenTheTimeIsMoved(VirtualTime time, Attempts attempts) {
    CompletableFuture<String> call = elsewhere(keeper::timed);
    time.awaitAlarms(1);

    assertThat(time.advanceToNextAlarm()).isEqualTo(Duration.ofSeconds(1));

    assertThatThrownBy(() -> time.await(call)).hasCauseInstanceOf(CallTimeoutException.class);
    attempts.of("timed").hasAttempts(1).hasTypes(FailureType.TRANSIENT).endedExhausted();
    keeper.release.complete("late");
  }

  @Test
  @Faults("async: 2 times IOException")
  void anAsynchronousCallIsDrivenThroughItsDelays(VirtualTime time, Attempts attempts) {
    keeper.release.complete("done");

    assertThat(time.await(keeper.async())).isEqualTo("done");

    attempts.of("async").hasAttempts(3).hasDelays("200ms", "400ms").endedRecovered();
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  @Faults("async: IOException")
  void anAsynchronousCallIsExhausted(VirtualTime time, Attempts attempts) {
    assertThatThrownBy(() -> time.await(keeper.async()))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);

    attempts.of("async").hasAttempts(3).endedExhausted();
  }

  @Test
  void anAsynchronousAttemptTimesOut(VirtualTime time, Attempts attempts) {
    CompletableFuture<String> call = keeper.async();
    time.awaitAlarms(1);

    time.advanceToNextAlarm();
    time.awaitAlarms(1);
    keeper.release.complete("at last");

    assertThat(time.await(call)).isEqualTo("at last");
    attempts.of("async").hasAttempts(2).hasDelays("200ms").endedRecovered();
  }

  @Test
  @Faults("fetch: once 503")
  void aFrozenSleepCanBeLookedAt(VirtualTime time, Attempts attempts) {
    time.freeze();
    CompletableFuture<String> call = elsewhere(() -> client.fetch("a"));
    time.awaitAlarms(1);

    time.advance(Duration.ofMillis(199));
    assertThat(call).isNotDone();
    attempts.of("fetch").hasAttempts(1);

    time.advance(Duration.ofMillis(1));
    assertThat(time.await(call)).isEqualTo("page of a");
    attempts.of("fetch").hasAttempts(2);
  }

  @RepeatedTest(3)
  void rateLimitsAreUnusedAtFirst(VirtualTime time, Attempts attempts) {
    assertThat(keeper.limited()).isEqualTo("limited");
    assertThatThrownBy(keeper::limited).hasMessageContaining("limited");

    time.advance(Duration.ofSeconds(11));

    assertThat(keeper.limited()).isEqualTo("limited");
    attempts.of("limited").hasAttempts(2);
  }

  @Test
  @Faults({"block: once IOException", "aBlockOfCodeGoesByItsPolicyOrItsMethod: once 503"})
  void aBlockOfCodeGoesByItsPolicyOrItsMethod(Attempts attempts) {
    CodeGuard named = Mulligan.retry(r -> r.name("block").delay("1s")).build();
    CodeGuard unnamed = Mulligan.retry(r -> r.delay("1s")).build();

    assertThat(named.call(() -> "named") + unnamed.call(() -> "unnamed")).isEqualTo("namedunnamed");

    attempts.of("block").hasAttempts(2).endedRecovered();
    attempts.of("aBlockOfCodeGoesByItsPolicyOrItsMethod").hasAttempts(4).endedRecovered();
  }

  private static CompletableFuture<String> elsewhere(Call call) {
    CompletableFuture<String> result = new CompletableFuture<>();
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              try {
                result.complete(call.make());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  /** A call of a guarded method. */
  @FunctionalInterface
  private interface Call {
    String make() throws Exception;
  }
}
