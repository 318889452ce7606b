package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.breaker.BreakerGroup;
import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.time.CoarseClock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands around one method: the protocol that generated wrappers and woven advice follow.
 *
 * <pre>{@code
 * long start = GUARD.start();
 * Permit permit = GUARD.enter(key);
 * Call call = null;
 * while (true) {
 *   Result result;
 *   try {
 *     GUARD.admit(permit);
 *     result = body();
 *   } catch (Throwable failure) {
 *     call = GUARD.failed(call, permit, start, failure, this, arguments);
 *     permit = call.permit();
 *     continue;
 *   }
 *   GUARD.succeeded(call, permit);
 *   return result;
 * }
 * }</pre>
 *
 * <p>It is a record because the JIT compiler trusts a record's fields: where the guard itself is a
 * constant, every question below is answered at compile time, and what remains of a successful call
 * is one clock read from memory and one counter of the thread's own. All else is in {@link
 * FailurePath}, which runs only after something went wrong. Thread-safe.
 *
 * @param timed whether the beginning of a call matters
 * @param breakers the breakers, or null
 * @param key how the key is read, or null
 * @param results the predicate over results, or null
 * @param successes what counts successful calls for the budget of retries, or null
 * @param copies whether arguments are copied when a call begins
 * @param marks whether this is a wrapper's guard in a JVM with the agent
 * @param failures everything that happens after a failure
 */
public record Guard(
    boolean timed,
    @Nullable BreakerGroup breakers,
    @Nullable KeyReader key,
    @Nullable ResultCheck results,
    @Nullable StripedCount successes,
    boolean copies,
    boolean marks,
    FailurePath failures) {

  /**
   * Begins a call.
   *
   * @return the coarse time, or zero if nobody needs it
   */
  public long start() {
    return timed ? CoarseClock.now() : 0;
  }

  /**
   * Begins the first attempt of a method without a {@code @Key} parameter.
   *
   * @return see {@link #enter(Object)}
   */
  public @Nullable Permit enter() {
    return enter(null);
  }

  /**
   * Begins the first attempt.
   *
   * @param keyArgument the argument whose parameter has {@code @Key}; ignored if there is none
   * @return leave to call the body or a {@link Refusal}; null if no policy wants to be asked
   */
  public @Nullable Permit enter(@Nullable Object keyArgument) {
    if (marks) {
      return WrapperMark.push(this, acquire(keyArgument));
    }
    if (breakers == null) {
      return null;
    }
    if (WrapperMark.anyWrapper() && WrapperMark.covers(failures.method())) {
      return null;
    }
    return acquire(keyArgument);
  }

  @Nullable Permit acquire(@Nullable Object keyArgument) {
    if (breakers == null) {
      return null;
    }
    try {
      return breakerOf(keyArgument).acquire();
    } catch (RuntimeException | LinkageError broken) {
      // Such as a key that has no text. The call is made as if there were no breaker.
      failures.complain(broken);
      return null;
    }
  }

  Breaker breakerOf(@Nullable Object keyArgument) {
    BreakerGroup group = Objects.requireNonNull(breakers);
    return key == null ? group.single() : group.of(key.read(keyArgument), key::text);
  }

  /**
   * Throws if an attempt was refused.
   *
   * @param permit what {@link #enter} gave
   */
  public void admit(@Nullable Permit permit) {
    if (permit instanceof Refusal refusal) {
      throw refusal.exception();
    }
  }

  /**
   * Tells whether an attempt may be made.
   *
   * @param permit what {@link #enter} gave
   * @return false if it was refused
   */
  public static boolean admits(@Nullable Permit permit) {
    return !(permit instanceof Refusal);
  }

  /**
   * Tells whether a returned value is a success.
   *
   * @param result the value
   * @return false if the policy's predicate calls it a failure
   */
  public boolean accepts(@Nullable Object result) {
    return results == null || results.accepts(result);
  }

  /**
   * Tells whether {@link #accepts} must be asked at all; a primitive result need not be boxed
   * otherwise.
   *
   * @return true if the policy has a predicate
   */
  public boolean checksResult() {
    return results != null;
  }

  /**
   * Ends a call that returned.
   *
   * @param call what {@link #failed} gave, or null if the first attempt succeeded
   * @param permit the permit of the last attempt
   */
  public void succeeded(@Nullable Call call, @Nullable Permit permit) {
    if (permit != null) {
      permit.succeeded();
    }
    if (successes != null) {
      successes.increment();
    }
    if (call != null) {
      call.recovered();
    }
  }

  /**
   * Ends an attempt that failed. Returns after the backoff if another attempt is to be made, and
   * throws what the caller gets if not.
   *
   * @param call what the last invocation gave, or null after the first attempt
   * @param permit the permit of the failed attempt
   * @param start what {@link #start} gave
   * @param failure what the body threw, or null if the permit was refused
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the call, with the permit for the next attempt
   */
  public Call failed(
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Throwable failure,
      @Nullable Object receiver,
      Object... arguments) {
    return failures.failed(this, call, permit, start, failure, receiver, arguments);
  }

  /**
   * Ends an attempt whose result {@link #accepts} refused.
   *
   * @param call what the last invocation gave, or null after the first attempt
   * @param permit the permit of the attempt
   * @param start what {@link #start} gave
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the call; if {@link Call#goesOn()} is false, the caller gets the result after all
   */
  public Call unwanted(
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Object receiver,
      Object... arguments) {
    return failures.unwanted(this, call, permit, start, receiver, arguments);
  }

  /**
   * Begins a call whose arguments are copied before the body can change them.
   *
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return a call without failures
   */
  public @Nullable Call snapshot(@Nullable Object receiver, Object... arguments) {
    return failures.snapshot(this, receiver, arguments);
  }
}
