package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.async.AsyncAdapters;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.replay.FittedCall;
import dev.mulligan.runtime.replay.NotReplayableException;
import dev.mulligan.runtime.replay.ReplayFailure;
import dev.mulligan.runtime.spi.AsyncAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Calls a guarded method with the arguments of a letter. Used once. */
final class ReplayedCall implements FittedCall {
  private final LetterBox box;
  private final Receivers.Receiver receiver;
  private final Object[] arguments;

  ReplayedCall(LetterBox box, Receivers.Receiver receiver, Object[] arguments) {
    this.box = box;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  @Override
  public AppLog log() {
    return box.method().log();
  }

  @Override
  public ReplayFailure describe(Throwable failure) {
    return box.describe(failure, arguments);
  }

  @Override
  public @Nullable Throwable make() throws NotReplayableException, InterruptedException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    if (before == ReplayedCall.class.getClassLoader()) {
      // A thread of Mulligan's own: libraries of the application look for their parts through it.
      thread.setContextClassLoader(box.method().declaring().getClassLoader());
    }
    try {
      return call(receiver.get());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private @Nullable Throwable call(@Nullable Object target) throws InterruptedException {
    ReplayScope scope =
        receiver.isItself()
            ? ReplayScope.on(target, box.callId(), arguments)
            : ReplayScope.onSome(box.callId(), arguments);
    try {
      awaitEnd(box.method(), invoke(target));
    } catch (InterruptedException e) {
      throw e;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (Throwable e) {
      return e;
    } finally {
      ReplayScope.leave();
    }
    // A call may fail and return: with the result that its policy does not want.
    Throwable failure = scope.failure();
    if (failure == null) {
      box.succeeded(arguments, null);
    }
    return failure;
  }

  private @Nullable Object invoke(@Nullable Object target) throws Throwable {
    GuardedMethod method = box.method();
    // What overrides the method has called it with arguments of its own making.
    return receiver.isItself() && method.hasOwnLookup()
        ? method.invokeBody(target, arguments)
        : method.invoke(target, arguments);
  }

  /** A result that comes later is waited for: until then nobody knows how the replay ends. */
  private static void awaitEnd(GuardedMethod method, @Nullable Object result)
      throws ExecutionException, InterruptedException {
    AsyncAdapter adapter =
        AsyncAdapters.find(method.type().returnType(), method.declaring().getClassLoader());
    if (adapter == null || result == null) {
      return;
    }
    CompletableFuture<?> end = adapter.toStage(result).toCompletableFuture();
    try {
      Object unused = end.get();
    } catch (InterruptedException e) {
      // Nobody waits for it any more, and the letter may be called by somebody else.
      end.cancel(true);
      throw e;
    }
  }
}
