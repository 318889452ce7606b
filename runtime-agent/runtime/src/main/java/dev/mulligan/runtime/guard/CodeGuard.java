package dev.mulligan.runtime.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Policies around blocks of code, for what no annotation can reach. Made by {@code
 * Mulligan.retry(…)} and its like.
 *
 * <pre>{@code
 * private static final CodeGuard BANK =
 *     Mulligan.retry(r -> r.maxAttempts(5)).circuitBreaker(b -> b.window("30s")).build();
 *
 * Receipt pay(Order order) throws IOException {
 *   return BANK.call(() -> client.post(order));
 * }
 * }</pre>
 *
 * <p>Immutable but for the state of its breaker and limits; thread-safe.
 */
public final class CodeGuard {
  private final Guard guard;
  private final boolean keyed;
  private final @Nullable Object key;

  CodeGuard(Guard guard, boolean keyed) {
    this(guard, keyed, null);
  }

  private CodeGuard(Guard guard, boolean keyed, @Nullable Object key) {
    this.guard = guard;
    this.keyed = keyed;
    this.key = key;
  }

  /**
   * Gives the same guard for one key, which has a breaker and a rate limiter of its own.
   *
   * @param value such as a host or a tenant; null is a key too
   * @return a view of this guard; cheap, and need not be kept
   * @throws IllegalStateException if the guard was not built as {@link CodeGuardBuilder#keyed}
   */
  public CodeGuard forKey(@Nullable Object value) {
    if (!keyed) {
      throw new IllegalStateException("the guard has no key; call keyed() on its builder");
    }
    return new CodeGuard(guard, true, value);
  }

  /**
   * Runs code through the policies.
   *
   * @param <T> the result
   * @param <X> the checked exception that the code may throw
   * @param code run once an attempt
   * @return the code's result
   * @throws X the exception of the last attempt
   */
  public <T extends @Nullable Object, X extends Exception> T call(CodeBlock<T, X> code) throws X {
    return make(code::run, null);
  }

  /**
   * Runs code through the policies, with a fallback.
   *
   * @param <T> the result
   * @param <X> the checked exception that the code may throw; with a fallback it is not thrown
   * @param code run once an attempt
   * @param fallback answers a call that has failed for good or was refused; it gets the exception
   *     without carriers, and what it throws is thrown. {@code Error}s and interrupts pass by it
   * @return the code's result or the fallback's
   */
  public <T extends @Nullable Object, X extends Exception> T call(
      CodeBlock<? extends T, X> code, Function<Throwable, ? extends T> fallback) {
    return make(code::run, fallback);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the result is the code's or its fallback's
  private <T extends @Nullable Object> T make(
      Body<?> code, @Nullable Function<Throwable, ? extends T> fallback) {
    return (T) guard.call(code, null, key, fallback);
  }

  /**
   * Runs code without a result through the policies.
   *
   * @param <X> the checked exception that the code may throw
   * @param code run once an attempt
   * @throws X the exception of the last attempt
   */
  public <X extends Exception> void run(CodeAction<X> code) throws X {
    make(
        () -> {
          code.run();
          return null;
        },
        null);
  }

  /**
   * Runs asynchronous code through the policies: an attempt ends when its stage does, and no thread
   * waits. Cancelling the result cancels the attempt that is under way.
   *
   * @param <T> the result
   * @param code begins an attempt; what it throws is a failed attempt
   * @return ends as the last attempt does
   */
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      Supplier<? extends CompletionStage<T>> code) {
    return makeAsync(code, null);
  }

  /**
   * Runs asynchronous code through the policies, with a fallback.
   *
   * @param <T> the result
   * @param code begins an attempt
   * @param fallback answers a call that has failed for good or was refused
   * @return ends as the last attempt does, or as the fallback
   */
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      Supplier<? extends CompletionStage<T>> code,
      Function<Throwable, ? extends CompletionStage<T>> fallback) {
    return makeAsync(code, fallback);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the stage is the code's or its fallback's
  private <T extends @Nullable Object> CompletableFuture<T> makeAsync(
      Supplier<? extends CompletionStage<T>> code,
      @Nullable Function<Throwable, ? extends CompletionStage<T>> fallback) {
    Object[] arguments = {key, fallback};
    Plan plan = guard.plan();
    Shadow shadow = plan.shadow();
    if (plan.off()) {
      return asWritten(code);
    }
    if (shadow != null) {
      return observed(shadow, code, arguments);
    }
    return (CompletableFuture<T>)
        new AsyncCalls(guard, code::get, null, arguments).call(stage -> (CompletionStage<?>) stage);
  }

  private static <T extends @Nullable Object> CompletableFuture<T> observed(
      Shadow shadow, Supplier<? extends CompletionStage<T>> code, Object[] arguments) {
    Observation observation = shadow.begin(shadow.keyArgument(arguments));
    CompletableFuture<T> result = asWritten(code);
    if (observation != null) {
      shadow.follow(observation, result, arguments);
    }
    return result;
  }

  private static <T extends @Nullable Object> CompletableFuture<T> asWritten(
      Supplier<? extends CompletionStage<T>> code) {
    try {
      return code.get().toCompletableFuture();
    } catch (Throwable thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }
}
