package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.spi.StreamCall;
import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The attempts of a method that gives a stream of values. */
final class StreamAttempts implements AsyncCall.Attempts, StreamCall {
  private final AsyncCalls calls;
  private final AsyncCall call;
  private final AtomicReference<@Nullable Attempt> current = new AtomicReference<>();
  private volatile CompletableFuture<Object> next;

  StreamAttempts(AsyncCalls calls) {
    this.calls = calls;
    this.call = new AsyncCall(calls.guard(), this, calls.receiver(), calls.arguments());
    this.next = following();
  }

  /** A stream that is to come; the subscriber may leave before it does. */
  private CompletableFuture<Object> following() {
    CompletableFuture<Object> following = new CompletableFuture<>();
    following.whenComplete(
        (stream, failure) -> {
          if (following.isCancelled()) {
            cancelled();
          }
        });
    return following;
  }

  @Override
  public CompletableFuture<Object> begin() {
    call.begin();
    return next;
  }

  @Override
  public void make(@Nullable Permit permit) {
    Attempt attempt = attempt(calls.guard().plan(), permit);
    current.set(attempt);
    CompletableFuture<Object> waiting = next;
    try {
      if (waiting.isDone() || !waiting.complete(calls.callBody(call.call()))) {
        cancelled();
      }
    } catch (Throwable thrown) {
      if (settle() != null) {
        call.failed(permit, thrown, true);
      }
    }
  }

  private Attempt attempt(Plan plan, @Nullable Permit permit) {
    try {
      return Attempt.begin(plan, permit, call.call().start());
    } catch (Throwable noAlarm) {
      call.complain(noAlarm);
      return new Attempt(permit, null, null);
    }
  }

  @Override
  public void answered(@Nullable Object result) {
    if (result == null) {
      over(new NullPointerException("the fallback returned null"));
    } else {
      next.complete(result);
    }
  }

  @Override
  public void over(Throwable failure) {
    next.completeExceptionally(failure);
  }

  @Override
  public void succeeded() {
    Attempt attempt = settle();
    if (attempt != null) {
      call.succeeded(attempt.permit());
    }
  }

  @Override
  public void cancelled() {
    call.cancel();
    Attempt attempt = settle();
    if (attempt != null && attempt.permit() != null) {
      attempt.permit().neutral();
    }
  }

  @Override
  public CompletableFuture<Object> failed(Throwable failure, boolean untouched) {
    Attempt attempt = settle();
    if (attempt == null) {
      // The fallback's own failure.
      return CompletableFuture.failedFuture(failure);
    }
    CompletableFuture<Object> following = following();
    next = following;
    call.failed(attempt.permit(), failure, untouched);
    return following;
  }

  @Override
  public @Nullable CompletableFuture<Object> limit() {
    Attempt attempt = current.get();
    return attempt == null ? null : attempt.limit();
  }

  /** Gives the attempt to the first who ends it. */
  private @Nullable Attempt settle() {
    Attempt attempt = current.getAndSet(null);
    if (attempt != null && attempt.alarm() != null) {
      attempt.alarm().cancel();
    }
    return attempt;
  }

  /**
   * One attempt.
   *
   * @param permit its permit, or null
   * @param limit fails when it takes too long; null without a timeout
   * @param alarm lets the limit fail; null without a timeout
   */
  private record Attempt(
      @Nullable Permit permit, @Nullable CompletableFuture<Object> limit, @Nullable Alarm alarm) {
    static Attempt begin(Plan plan, @Nullable Permit permit, long start) {
      if (plan.timeout() == null) {
        return new Attempt(permit, null, null);
      }
      Duration most = plan.limit(start);
      CompletableFuture<Object> limit = new CompletableFuture<>();
      Throwable late = new CallTimeoutException(plan.failures().name(), most);
      Alarm alarm =
          Time.alarm(
              most.toNanos(), () -> Workers.runAsync(() -> limit.completeExceptionally(late)));
      return new Attempt(permit, limit, alarm);
    }
  }
}
