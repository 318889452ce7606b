package dev.mulligan.runtime.async;

import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.AsyncAttempts;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reactor's {@code Mono}: each subscription is a call, which sees the subscriber's context, and
 * ends with the subscription.
 */
final class MonoAdapter implements AsyncAdapter {
  static final String NAME = "reactor.core.publisher.Mono";

  @Override
  public boolean adapts(Class<?> resultType) {
    return resultType.getName().equals(NAME);
  }

  @Override
  public Object guard(Class<?> mono, AsyncAttempts attempts) {
    Function<Object, Object> perSubscription =
        context ->
            Reflected.call(
                mono,
                null,
                "fromFuture",
                (Supplier<?>) () -> attempts.call(result -> toStage(result, context)));
    return Reflected.call(mono, null, "deferContextual", perSubscription);
  }

  private CompletionStage<?> toStage(Object result, Object context) {
    return toStage(Reflected.call(base(result), result, "contextWrite", context));
  }

  @Override
  public CompletionStage<?> toStage(Object result) {
    return (CompletionStage<?>) Reflected.call(base(result), result, "toFuture");
  }

  /** The public class; the one at hand is the library's own. */
  private static Class<?> base(Object result) {
    return Bases.named(result.getClass(), NAME);
  }
}
