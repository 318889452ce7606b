package dev.mulligan.runtime.spi;

import java.util.concurrent.CompletionStage;

/**
 * Understands one kind of asynchronous result. Found by {@link java.util.ServiceLoader} through the
 * class loader of the guarded class; {@code CompletionStage}, {@code CompletableFuture}, Reactor's
 * {@code Mono} and {@code Flux} and Mutiny's {@code Uni} are understood without one. Called by many
 * threads at once.
 */
public interface AsyncAdapter {
  /**
   * Tells whether results of a type are understood.
   *
   * @param resultType the method's result in the class file
   * @return true if the other methods may be called for it
   */
  boolean adapts(Class<?> resultType);

  /**
   * Makes the result that the caller gets.
   *
   * @param resultType the method's result in the class file
   * @param attempts calls the method through its policies
   * @return an instance of the result type; kinds that begin with a subscription begin the attempts
   *     with it, once a subscription
   */
  Object guard(Class<?> resultType, AsyncAttempts attempts);

  /**
   * Begins what a result stands for, if it has not begun, and tells of its end.
   *
   * @param result a result, never null
   * @return ends when the result does; if it is a {@link java.util.concurrent.Future}, cancelling
   *     it cancels the result
   */
  CompletionStage<?> toStage(Object result);
}
