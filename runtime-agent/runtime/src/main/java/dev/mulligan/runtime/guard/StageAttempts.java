package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attempts of a method that gives one value later. */
final class StageAttempts implements AsyncCall.Attempts {
  private final AsyncCalls calls;
  private final Function<Object, CompletionStage<?>> toStage;
  private final AsyncCall call;
  private final CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
  private volatile @Nullable Attempt current;
  private @Nullable Object unwanted;

  StageAttempts(AsyncCalls calls, Function<Object, CompletionStage<?>> toStage) {
    this.calls = calls;
    this.toStage = toStage;
    this.call = new AsyncCall(calls.guard(), this, calls.receiver(), calls.arguments());
  }

  CompletableFuture<@Nullable Object> begin() {
    outcome.whenComplete((value, failure) -> cancel());
    call.begin();
    return outcome;
  }

  /** Whoever completes the outcome: nothing is to go on once it is complete. */
  private void cancel() {
    call.cancel();
    Attempt attempt = current;
    if (attempt != null) {
      attempt.cancel();
    }
  }

  @Override
  public void make(@Nullable Permit permit) {
    new Attempt(permit).begin();
  }

  @Override
  public void answered(@Nullable Object result) {
    if (result == null) {
      outcome.complete(null);
      return;
    }
    CompletionStage<?> stage = toStage.apply(result);
    stage.whenComplete(this::complete);
    outcome.whenComplete(
        (value, failure) -> {
          if (outcome.isCancelled() && stage instanceof Future<?> future) {
            future.cancel(true);
          }
        });
  }

  @Override
  public void over(Throwable failure) {
    if (failure instanceof UnwantedResultException) {
      outcome.complete(unwanted);
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  private void complete(@Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      outcome.complete(value);
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  /** One attempt; whatever ends it first, ends it. */
  private final class Attempt {
    private final @Nullable Permit permit;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable CompletionStage<?> stage;
    private volatile boolean over;
    private volatile @Nullable Alarm alarm;

    Attempt(@Nullable Permit permit) {
      this.permit = permit;
    }

    void begin() {
      current = this;
      if (outcome.isDone()) {
        cancel();
        return;
      }
      Plan plan = calls.guard().plan();
      try {
        long begin = now();
        CompletionStage<?> begun = asStage(calls.callBody(call.call()));
        stage = begun;
        setLimit(plan, begin);
        begun.whenComplete(this::ended);
      } catch (Throwable thrown) {
        ended(null, thrown);
      }
      if (outcome.isDone() && !over) {
        // Cancelled before there was a stage that could be.
        cancel();
        stop();
      }
    }

    /** The body has run: what it gave is not thrown away because it is not understood. */
    private CompletionStage<?> asStage(Object returned) {
      try {
        return toStage.apply(returned);
      } catch (Throwable broken) {
        if (returned instanceof CompletionStage<?> itself) {
          call.complain(broken);
          return itself;
        }
        throw broken;
      }
    }

    private long now() {
      try {
        return Time.nanoTime();
      } catch (Throwable noClock) {
        call.complain(noClock);
        return 0;
      }
    }

    /** What the method took to return is part of the attempt. */
    private void setLimit(Plan plan, long begin) {
      if (plan.timeout() != null) {
        try {
          Duration limit = plan.limit(call.call().start());
          long left = begin + limit.toNanos() - Time.nanoTime();
          alarm = Time.alarm(left, () -> late(plan, limit));
        } catch (Throwable noAlarm) {
          call.complain(noAlarm);
        }
      }
    }

    private void ended(@Nullable Object value, @Nullable Throwable failure) {
      over = true;
      if (!settled.compareAndSet(false, true)) {
        return;
      }
      calledOff();
      if (failure != null) {
        failed(failure);
      } else if (calls.guard().accepts(value)) {
        call.succeeded(permit);
        outcome.complete(value);
      } else {
        unwanted = value;
        String location = calls.guard().plan().method().location();
        failed(new UnwantedResultException(location));
      }
    }

    private void calledOff() {
      Alarm set = alarm;
      try {
        if (set != null) {
          set.cancel();
        }
      } catch (Throwable broken) {
        call.complain(broken);
      }
    }

    /** Whatever breaks: the caller is not to wait for ever. */
    private void failed(Throwable failure) {
      try {
        call.failed(permit, failure, true);
      } catch (Throwable broken) {
        call.complain(broken);
        calls.guard().plan().failures().giveBack(permit);
        over(failure);
      }
    }

    private void late(Plan plan, Duration limit) {
      if (settled.compareAndSet(false, true)) {
        Throwable timeout = new CallTimeoutException(plan.failures().name(), limit);
        // Whatever waits for the stage runs when it is cancelled: not on the alarms' thread.
        Workers.runAsync(
            () -> {
              stop();
              abandon(plan.elsewhere().counters());
              failed(timeout);
            });
      }
    }

    /** Not all stages can be cancelled, or asked whether they have ended. */
    private void abandon(PolicyCounters counters) {
      CompletionStage<?> begun = stage;
      if (begun != null && !over) {
        counters.abandoned();
        begun.whenComplete((value, failure) -> counters.abandonedEnded());
      }
    }

    /** The caller has lost interest: nothing is known of the method, and its permit goes back. */
    void cancel() {
      if (settled.compareAndSet(false, true)) {
        calledOff();
        calls.guard().plan().failures().giveBack(permit);
        stop();
      }
    }

    private void stop() {
      if (stage instanceof Future<?> future) {
        try {
          future.cancel(true);
        } catch (UnsupportedOperationException minimal) {
          // As stages of CompletableFuture.minimalCompletionStage say of themselves.
        } catch (Throwable broken) {
          call.complain(broken);
        }
      }
    }
  }
}
