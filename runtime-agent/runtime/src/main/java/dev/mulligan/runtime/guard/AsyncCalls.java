package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.AsyncAttempts;
import dev.mulligan.runtime.spi.StreamCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one invocation of an asynchronous method stands for: one, or one a subscription.
 *
 * @param guard the guard
 * @param body calls the method without its policies
 * @param receiver the object, or null
 * @param arguments the arguments
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AsyncCalls(Guard guard, Body<?> body, @Nullable Object receiver, Object[] arguments)
    implements AsyncAttempts {
  static @Nullable Object result(
      Guard guard,
      AsyncAdapter adapter,
      Body<?> body,
      @Nullable Object receiver,
      Object[] arguments) {
    AtomicBoolean begun = new AtomicBoolean();
    Body<?> noted =
        () -> {
          begun.setPlain(true);
          return body.call();
        };
    try {
      Class<?> type = guard.plan().method().type().returnType();
      return adapter.guard(type, new AsyncCalls(guard, noted, receiver, arguments));
    } catch (Throwable broken) {
      // Such as a library that is too old for its adapter: the method is called as it is written.
      if (begun.get()) {
        throw Sneaky.rethrow(broken);
      }
      return unguarded(guard, body, broken);
    }
  }

  private static @Nullable Object unguarded(Guard guard, Body<?> body, Throwable broken) {
    guard.plan().failures().complain(broken);
    return Guard.asWritten(body);
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Function<Object, CompletionStage<?>> toStage) {
    return new StageAttempts(this, toStage).begin();
  }

  @Override
  public StreamCall stream() {
    return new StreamAttempts(this);
  }

  /** Calls the method; a woven one below a wrapper steps aside. */
  Object callBody(Call call) throws Throwable {
    Plan plan = guard.plan();
    Object result = WrapperMark.around(plan, body, call::letGo);
    if (result == null) {
      throw new NullPointerException(plan.method().location() + " returned null");
    }
    return result;
  }
}
