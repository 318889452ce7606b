package dev.mulligan.runtime.async;

import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.AsyncAttempts;
import dev.mulligan.runtime.spi.StreamCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reactor's {@code Flux}: each subscription is a call. Values flow as they come; a stream that
 * fails before its first value is begun anew, a later failure is the subscriber's.
 */
final class FluxAdapter implements AsyncAdapter {
  private static final String NAME = "reactor.core.publisher.Flux";

  @Override
  public boolean adapts(Class<?> resultType) {
    return resultType.getName().equals(NAME);
  }

  @Override
  public Object guard(Class<?> flux, AsyncAttempts attempts) {
    Function<Object, Object> perSubscription =
        context -> {
          StreamCall call = attempts.stream();
          return attempt(new Subscription(flux, context, call), call.begin());
        };
    return Reflected.call(flux, null, "deferContextual", perSubscription);
  }

  @Override
  public CompletionStage<?> toStage(Object result) {
    Class<?> flux = Bases.named(result.getClass(), NAME);
    Object last = Reflected.call(flux, result, "then");
    return new MonoAdapter().toStage(last);
  }

  /** The stream that is to come, watched. */
  private static Object attempt(Subscription subscription, CompletableFuture<Object> stream) {
    Class<?> flux = subscription.flux();
    AtomicBoolean touched = new AtomicBoolean();
    Function<Object, Object> watched = found -> watch(subscription, found, touched);
    Object mono = subscription.mono((Supplier<?>) () -> stream);
    Object values = Reflected.call(subscription.monoType(), mono, "flatMapMany", watched);
    Function<Throwable, Object> resume =
        failure ->
            stream.isCompletedExceptionally()
                ? Reflected.call(flux, null, "error", failure)
                : attempt(subscription, subscription.call().failed(failure, !touched.get()));
    // Who leaves while the stream is still to come.
    values = Reflected.call(flux, values, "doOnCancel", (Runnable) subscription.call()::cancelled);
    return Reflected.call(flux, values, "onErrorResume", resume);
  }

  private static Object watch(Subscription subscription, Object stream, AtomicBoolean touched) {
    Class<?> flux = subscription.flux();
    StreamCall call = subscription.call();
    Object watched = Reflected.call(flux, stream, "contextWrite", subscription.context());
    CompletableFuture<Object> limit = call.limit();
    if (limit != null) {
      Object late = subscription.mono((Supplier<?>) () -> limit);
      watched = Reflected.call(flux, watched, "takeUntilOther", late);
    }
    Consumer<Object> onNext = value -> touched.set(true);
    watched = Reflected.call(flux, watched, "doOnNext", onNext);
    watched = Reflected.call(flux, watched, "doOnComplete", (Runnable) call::succeeded);
    return Reflected.call(flux, watched, "doOnCancel", (Runnable) call::cancelled);
  }

  /**
   * One subscription.
   *
   * @param flux the class, in the application's version of it
   * @param context what the subscriber has put into its context
   * @param call the call
   */
  private record Subscription(Class<?> flux, Object context, StreamCall call) {
    Class<?> monoType() {
      try {
        return Class.forName(MonoAdapter.NAME, false, flux.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    Object mono(Supplier<?> future) {
      return Reflected.call(monoType(), null, "fromFuture", future);
    }
  }
}
