package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The wait of an asynchronous call for its next attempt: for the delay, and then for leave to make
 * it. It ends once: with that leave, or with the process. Thread-safe.
 */
final class Pause implements Shutdown.Waiting {
  private final AsyncCall call;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Alarm alarm;
  private volatile @Nullable CompletableFuture<@Nullable Permit> admitted;

  Pause(AsyncCall call) {
    this.call = call;
  }

  void begin(long delay) {
    Shutdown.enter(this);
    wake();
    Alarm set = Time.pause(delay, () -> call.elsewhere(this::admit));
    alarm = set;
    if (over.get()) {
      set.cancel();
    }
  }

  /** Whatever breaks: the call is not to wait for ever. */
  private void admit() {
    try {
      if (!over.get()) {
        ask();
      }
    } catch (Throwable broken) {
      call.complain(broken);
      end(LetterReason.FAILED);
    }
  }

  private void ask() {
    CompletableFuture<@Nullable Permit> asked = call.admitted();
    if (asked.isDone()) {
      enter(asked.join());
      return;
    }
    admitted = asked;
    asked.whenComplete(
        (permit, never) -> {
          if (never == null) {
            // Whoever made room goes on with its own work.
            call.elsewhere(() -> enter(permit));
          }
        });
    if (over.get()) {
      asked.cancel(false);
    }
  }

  private void enter(@Nullable Permit permit) {
    if (!over.compareAndSet(false, true)) {
      call.giveBack(permit);
      return;
    }
    try {
      call.enter(permit);
    } finally {
      leave();
    }
  }

  void cancel() {
    if (over.compareAndSet(false, true)) {
      callOff();
      Shutdown.leave(this);
    }
  }

  void end(LetterReason reason) {
    if (over.compareAndSet(false, true)) {
      callOff();
      call.elsewhere(
          () -> {
            try {
              call.stop(reason);
            } finally {
              leave();
            }
          });
    }
  }

  private void callOff() {
    Alarm set = alarm;
    if (set != null) {
      set.cancel();
    }
    CompletableFuture<@Nullable Permit> asked = admitted;
    if (asked != null) {
      asked.cancel(false);
    }
  }

  private void leave() {
    try {
      Shutdown.leave(this);
    } catch (Throwable broken) {
      call.complain(broken);
      Shutdown.leave(this);
    }
  }

  @Override
  public void wake() {
    if (Shutdown.hasBegun()) {
      end(LetterReason.SHUTDOWN);
    } else if (call.isOff()) {
      call.call().letGo();
      end(LetterReason.FAILED);
    }
  }
}
