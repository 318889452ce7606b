package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.rejection.CallInterruptedException;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller gets in the end, where policies meet. */
class CodeOutcomeTest {
  private final VirtualTime time = VirtualTime.install();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void realTimeAgain() {
    time.close();
    NotReady.meanwhile = () -> {};
  }

  /** Waits for a value, and lets something else happen before the next attempt. */
  public static final class NotReady implements Predicate<String> {
    private static Runnable meanwhile = () -> {};

    @Override
    public boolean test(String value) {
      meanwhile.run();
      return value.startsWith("pending");
    }
  }

  @Test
  void anUnwantedValueStandsWhereTheNextAttemptFindsNoPlace() {
    CodeGuard guard =
        Mulligan.retry(r -> r.onResult(NotReady.class))
            .timeout(t -> t.value("5s"))
            .bulkhead(b -> b.value(1))
            .build();
    CompletableFuture<String> hold = new CompletableFuture<>();
    CompletableFuture<?>[] held = new CompletableFuture<?>[1];
    NotReady.meanwhile = () -> held[0] = held[0] == null ? guard.callAsync(() -> hold) : held[0];

    assertThat(guard.call(() -> "pending " + calls.incrementAndGet())).isEqualTo("pending 1");

    assertThat(held[0]).isNotDone();
    hold.complete("done");
    assertThat(held[0]).isCompleted();
  }

  @Test
  void earlierFailuresAreSuppressedByTheExceptionThatIsThrown() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(2)).build();

    Throwable thrown =
        catchThrowable(
            () ->
                guard.run(
                    () -> {
                      throw new CompletionException(new IOException("" + calls.incrementAndGet()));
                    }));

    assertThat(thrown).hasMessage("java.io.IOException: 2");
    assertThat(thrown.getSuppressed())
        .singleElement()
        .satisfies(first -> assertThat(first).hasMessage("java.io.IOException: 1"));
    assertThat(thrown.getCause().getSuppressed()).isEmpty();
  }

  @Test
  void earlierFailuresAreSuppressedByTheExceptionThatAFutureShows() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(2)).build();

    Throwable thrown =
        catchThrowable(
            () ->
                guard
                    .callAsync(
                        () ->
                            CompletableFuture.failedFuture(
                                new CompletionException(
                                    new IOException("" + calls.incrementAndGet()))))
                    .get());

    assertThat(thrown).isInstanceOf(ExecutionException.class);
    assertThat(thrown.getCause()).isInstanceOf(IOException.class).hasMessage("2");
    assertThat(thrown.getCause().getSuppressed())
        .as("without the one that carries it, which would close a circle")
        .singleElement()
        .satisfies(first -> assertThat(first).hasRootCauseMessage("1"));
  }

  @Test
  void anInnerCallWhoseFailureTheOuterOneWouldNotSeeRepeatsByItself() throws Exception {
    CodeGuard outer = Mulligan.retry(r -> {}).build();
    CodeGuard polling = Mulligan.retry(r -> r.maxAttempts(10).onResult(NotReady.class)).build();
    CodeGuard answered = Mulligan.retry(r -> r.maxAttempts(5)).build();

    assertThat(outer.call(() -> inSecondAttempt(() -> polling.call(this::readyAtThird))))
        .isEqualTo("ready");
    calls.set(0);
    assertThat(
            outer.call(() -> inSecondAttempt(() -> answered.call(this::atThird, why -> "stale"))))
        .isEqualTo("fresh");
  }

  @Test
  void anInnerCallIsLeftToTheOuterOneThatSeesItFail() {
    CodeGuard outer = Mulligan.retry(r -> r.maxAttempts(2)).build();
    CodeGuard inner = Mulligan.retry(r -> r.maxAttempts(5).onResult(NotReady.class)).build();

    assertThatThrownBy(() -> outer.call(() -> inSecondAttempt(() -> inner.call(this::atThird))))
        .hasMessage("too early: 3");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptDuringTheWaitForAPlaceIsNotTakenForARefusal(boolean hasTimeout) throws Exception {
    CodeGuardBuilder builder = Mulligan.bulkhead(b -> b.value(1).maxWait("1s"));
    CodeGuard guard = (hasTimeout ? builder.timeout(t -> t.value("5s")) : builder).build();

    boolean kept =
        guard.call(
            () -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(() -> guard.call(() -> "in", failure -> "instead"))
                  .isInstanceOf(CallInterruptedException.class)
                  .hasMessageContaining("Interrupted while waiting");
              return Thread.interrupted();
            });

    assertThat(kept).isTrue();
    assertThat(guard.<String, RuntimeException>call(() -> "in")).isEqualTo("in");
  }

  private String inSecondAttempt(Body<String> body) throws Exception {
    if (calls.getAndIncrement() == 0) {
      throw new IOException("a blip");
    }
    try {
      return body.call();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private String readyAtThird() {
    return calls.incrementAndGet() < 4 ? "pending" : "ready";
  }

  private String atThird() throws IOException {
    if (calls.incrementAndGet() < 4) {
      throw new IOException("too early: " + calls);
    }
    return "fresh";
  }
}
