package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.GuardBuilder;
import dev.mulligan.runtime.guard.Guards;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Three methods that always fail; each call has a number, and its letter tells which. */
final class DisturbedShop {
  private static final String PREFIX = "disturbed ";

  private final Guard once = method("buy", void.class).deadLetter("id=" + PREFIX + "once").build();
  private final Guard again =
      method("sell", void.class)
          .retry("maxAttempts=3", "delay=1ms", "jitter=NONE")
          .deadLetter("id=" + PREFIX + "again")
          .build();
  private final Guard later =
      method("later", CompletableFuture.class)
          .retry("maxAttempts=2", "delay=1ms", "jitter=NONE")
          .deadLetter("id=" + PREFIX + "later")
          .build();

  private static GuardBuilder method(String name, Class<?> result) {
    return Guards.method(
            MethodHandles.lookup(),
            DisturbedShop.class,
            name,
            MethodType.methodType(result, long.class))
        .parameters("number");
  }

  static boolean isCall(String callId) {
    return callId.startsWith(PREFIX);
  }

  /** Calls one of the two methods that block. */
  void call(long number, AtomicReference<Throwable> own) {
    (number % 2 == 0 ? once : again)
        .call(
            () -> {
              throw lost(number, own);
            },
            this,
            number);
  }

  /** Begins a call of the third one, each of whose attempts ends when somebody wants it to. */
  CompletableFuture<Object> callLater(
      long number, AtomicReference<Throwable> own, Executor ending) {
    return later.call(
        () -> {
          CompletableFuture<Object> attempt = new CompletableFuture<>();
          ending.execute(() -> attempt.completeExceptionally(lost(number, own)));
          return attempt;
        },
        this,
        number);
  }

  private static Lost lost(long number, AtomicReference<Throwable> own) {
    Lost lost = new Lost("call " + number);
    own.set(lost);
    return lost;
  }

  @SuppressWarnings("unused") // lends its signature
  void buy(long number) {}

  @SuppressWarnings("unused") // lends its signature
  void sell(long number) {}

  @SuppressWarnings("unused") // lends its signature
  CompletableFuture<Object> later(long number) {
    return CompletableFuture.completedFuture(number);
  }

  /** What the calls end with. */
  static final class Lost extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Lost(String message) {
      super(message);
    }
  }
}
