package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.AsyncAttempts;
import dev.mulligan.runtime.spi.ContextCarrier;
import dev.mulligan.runtime.spi.StreamCall;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is lost, hangs or runs twice when calls race with their limits, or Mulligan breaks. */
@Timeout(20)
class HarmlessnessTest {
  private final VirtualTime time = VirtualTime.install();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void realTimeAgain() {
    time.close();
  }

  private Object fail() throws IOException {
    throw new SocketTimeoutException("call " + calls.incrementAndGet());
  }

  @Test
  void anInterruptThatALateBodyIgnoresIsStillTheCallers() throws Exception {
    CodeGuard guard = Mulligan.timeout(t -> t.value("1s")).build();
    CountDownLatch seen = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              try {
                guard.run(
                    () -> {
                      begun.countDown();
                      try {
                        end.await();
                      } catch (InterruptedException ignored) {
                        seen.countDown();
                        end.await();
                      }
                    });
              } catch (Exception late) {
                kept.complete(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();
    seen.await();
    time.advance(Duration.ofSeconds(1));

    assertThat(kept.get(10, TimeUnit.SECONDS)).isTrue();
    end.countDown();
  }

  @Test
  void aRetryWithinALaterTimedAttemptMakesASingleAttempt() {
    // The first outer attempt: 3 inner ones. The second and the third: 1 each. 3 + 1 + 1 = 5.
    CodeGuard outer = Mulligan.retry(r -> {}).timeout(t -> t.value("20s")).build();
    CodeGuard inner = Mulligan.retry(r -> {}).build();

    assertThatThrownBy(() -> outer.call(() -> inner.call(this::fail)))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(calls).hasValue(5);
  }

  @Test
  void aLaterAttemptThatFindsNoPlaceEndsWithTheCallsOwnFailure() throws Exception {
    CodeGuard guard =
        Mulligan.retry(r -> {}).timeout(t -> t.value("20s")).bulkhead(b -> b.value(1)).build();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    time.onSleep(
        () -> {
          new Thread(() -> hold(guard, begun, end)).start();
          await(begun);
        });

    assertThatThrownBy(() -> guard.call(this::fail))
        .isInstanceOf(SocketTimeoutException.class)
        .satisfies(
            own ->
                assertThat(own.getSuppressed())
                    .hasAtLeastOneElementOfType(BulkheadFullException.class));
    end.countDown();
  }

  private static void hold(CodeGuard guard, CountDownLatch begun, CountDownLatch end) {
    guard.call(
        () -> {
          begun.countDown();
          await(end);
          return 0;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Carried carrying(ContextCarrier.Captured captured) {
    return Carried.capture(List.of(() -> captured), AppLog.own());
  }

  @Test
  void aBodyWhoseTimeIsOverBeforeItBeginsDoesNotBegin() throws Exception {
    CountDownLatch attaching = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean detached = new AtomicBoolean();
    Carried slow =
        carrying(
            () -> {
              attaching.countDown();
              await(goOn);
              return () -> detached.set(true);
            });
    PolicyCounters counters = new PolicyCounters("p", "m");
    TimedBody body = new TimedBody(this::fail, slow, null, counters);
    CompletableFuture<TimedBody.@Nullable Outcome> outcome =
        CompletableFuture.supplyAsync(() -> body.await(1_000, false));
    attaching.await();
    time.advance(Duration.ofSeconds(1));
    assertThat(outcome.get(10, TimeUnit.SECONDS)).isNull();

    goOn.countDown();
    while (counters.snapshot().abandoned() > 0 || !detached.get()) {
      Thread.onSpinWait();
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void aContextThatCannotBeCarriedDoesNotHoldTheCallUp() {
    Carried broken =
        carrying(
            () -> {
              throw new AssertionError("no context");
            });
    TimedBody body = new TimedBody(() -> "done", broken, null, new PolicyCounters("p", "m"));

    TimedBody.Outcome outcome = body.await(1_000_000, false);
    assertThat(outcome).isNotNull();
    assertThat(outcome.value()).isEqualTo("done");
  }

  @Test
  void aStageThatIsNoFutureCanBeLate() {
    CodeGuard guard = Mulligan.timeout(t -> t.value("1s")).build();
    CompletionStage<Object> bare = bare(new CompletableFuture<>());
    CompletableFuture<Object> outer = guard.callAsync(() -> bare);

    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> outer.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CallTimeoutException.class);
  }

  @SuppressWarnings("unchecked")
  private static CompletionStage<Object> bare(CompletableFuture<Object> future) {
    return (CompletionStage<Object>)
        Proxy.newProxyInstance(
            HarmlessnessTest.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("toCompletableFuture")) {
                throw new UnsupportedOperationException("no future");
              }
              try {
                return method.invoke(future, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void cancellingWhileALaterAttemptBeginsCancelsItsStage() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> {}).build();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Object> inner = new CompletableFuture<>();
    CompletableFuture<Object> outer =
        guard.callAsync(
            () -> {
              if (calls.incrementAndGet() == 1) {
                return CompletableFuture.failedFuture(new IOException("first"));
              }
              begun.countDown();
              await(goOn);
              return inner;
            });
    begun.await();
    outer.cancel(true);
    goOn.countDown();

    assertThatThrownBy(() -> inner.get(10, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void cancellingReachesTheFallbacksStage() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(1)).build();
    CompletableFuture<Object> instead = new CompletableFuture<>();
    CompletableFuture<Object> outer =
        guard.callAsync(() -> CompletableFuture.failedFuture(new IOException()), e -> instead);

    outer.cancel(true);

    assertThat(instead).isCancelled();
  }

  @Test
  void aBrokenFaultInjectorLetsTheBodyRun() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> {}).bulkhead(b -> b.value(1)).build();
    Observed.inject(
        point -> {
          throw new IllegalStateException("broken");
        });
    try {
      assertThat(guard.<String, Exception>call(() -> "done")).isEqualTo("done");
      assertThat(guard.callAsync(() -> CompletableFuture.completedFuture("done")).get())
          .isEqualTo("done");
    } finally {
      Observed.inject(null);
    }
    assertThat(guard.<String, Exception>call(() -> "done")).isEqualTo("done");
  }

  @Test
  void aSubscriberWhoLeavesBeforeItsStreamComesLeavesNoPlaceTaken() {
    Guard guard =
        Guards.method(
                MethodHandles.lookup(), List.class, "stream", MethodType.methodType(Object.class))
            .bulkhead("value = 1", "maxWait = 1h")
            .build();
    AsyncCalls subscriptions = new AsyncCalls(guard, () -> "stream", null, new Object[0]);
    StreamCall first = subscriptions.stream();
    assertThat(first.begin()).isCompleted();
    CompletableFuture<Object> second = subscriptions.stream().begin();
    assertThat(second).isNotDone();

    second.cancel(false);
    first.succeeded();

    assertThat(subscriptions.stream().begin()).isCompleted();
  }

  @Test
  void whatConfigurationMakesImpossibleChangesNothing() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.name("kept")).bulkhead(b -> b.value(1)).build();
    Mulligan.configure("mulligan.kept.retry.custom", "no.such.Backoff");
    Mulligan.configure("mulligan.kept.bulkhead.value", "2");
    try {
      guard.run(
          () ->
              assertThatThrownBy(() -> guard.run(() -> calls.incrementAndGet()))
                  .isInstanceOf(BulkheadFullException.class));
    } finally {
      Mulligan.configure("mulligan.kept.retry.custom", null);
      Mulligan.configure("mulligan.kept.bulkhead.value", null);
    }
    assertThat(calls).hasValue(0);
  }

  private static GuardBuilder later() {
    return Guards.method(
        MethodHandles.lookup(),
        List.class,
        "later",
        MethodType.methodType(CompletableFuture.class));
  }

  @Test
  void anAdapterThatDoesNotFitItsLibraryLeavesTheMethodAsItIs() {
    AsyncAdapter broken =
        new AsyncAdapter() {
          @Override
          public boolean adapts(Class<?> resultType) {
            return true;
          }

          @Override
          public Object guard(Class<?> resultType, AsyncAttempts attempts) {
            throw new IllegalStateException("no such method in this version");
          }

          @Override
          public CompletionStage<?> toStage(Object result) {
            return (CompletionStage<?>) result;
          }
        };

    Object result =
        AsyncCalls.result(
            later().retry().build(),
            broken,
            () -> "call " + calls.incrementAndGet(),
            null,
            new Object[0]);

    assertThat(result).isEqualTo("call 1");
  }

  @Test
  void theTextOfAnotherVersionLeavesTheMethodAsItIs() throws Throwable {
    Guard guard =
        (Guard)
            Woven.guard(
                MethodHandles.lookup(),
                "fail",
                Guard.class,
                "()Ljava/lang/Object;",
                "policy Retry\nnovelty of another version\n");

    assertThat(guard.enter()).isNull();
    assertThatThrownBy(() -> guard.call(this::fail, this)).hasMessage("call 1");
    assertThat(calls).hasValue(1);
  }

  @Test
  void aRefusalCostsNoCall() {
    CodeGuard guard = Mulligan.circuitBreaker(b -> b.name("cheap").consecutiveFailures(1)).build();
    assertThatThrownBy(() -> guard.call(this::fail)).isInstanceOf(SocketTimeoutException.class);

    assertThatThrownBy(() -> guard.call(this::fail)).isInstanceOf(CircuitOpenException.class);

    assertThat(Mulligan.counters().stream().filter(c -> c.policy().equals("cheap")))
        .singleElement()
        .satisfies(counters -> assertThat(counters.refusals().values()).contains(1L));
  }

  @Test
  void aRetryThatAnOpenBreakerWouldRefuseCostsTheBudgetNothing() throws Exception {
    // The budget begins with 10 tokens, and the time stands still.
    CodeGuard refused =
        Mulligan.retry(r -> r.name("thrifty").budget("1%"))
            .circuitBreaker(b -> b.consecutiveFailures(1))
            .keyed()
            .build();
    for (int i = 0; i < 15; i++) {
      int key = i;
      assertThatThrownBy(() -> refused.forKey(key).call(this::fail))
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(calls).hasValue(15);

    CodeGuard retried = Mulligan.retry(r -> r.name("thrifty").budget("1%")).build();
    assertThat(
            retried.<Object, IOException>call(
                () -> calls.incrementAndGet() == 16 ? fail() : "done"))
        .isEqualTo("done");
  }
}
