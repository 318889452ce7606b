package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.permit.Skip;
import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.time.CoarseClock;
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
 * constant, its {@link Plan} is one too, every question below is answered at compile time, and what
 * remains of a successful call is one clock read from memory and one counter of the thread's own.
 * All else is in {@link FailurePath}, which runs only after something went wrong. A plan is
 * replaced when configuration changes, and only then is the code around it compiled anew.
 * Thread-safe.
 *
 * <p>Methods whose body runs elsewhere, because they have a timeout or an asynchronous result, hand
 * over to {@link #call} instead.
 *
 * @param live the plan of this moment
 */
public record Guard(LivePlan live) {
  /** What {@link #start()} gives where no time can be told. */
  static final long NO_START = Long.MIN_VALUE;

  Plan plan() {
    return live.plan();
  }

  /**
   * Begins a call.
   *
   * @return the coarse time, or zero if nobody needs it
   */
  public long start() {
    try {
      return plan().timed() ? CoarseClock.now() : 0;
    } catch (Throwable broken) {
      plan().failures().complain(broken);
      return NO_START;
    }
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
   * <p>Most refusals are thrown from here: this method becomes part of its caller, and throwing
   * through methods that do not costs more than all the rest of a refusal.
   *
   * @param keyArgument the argument whose parameter has {@code @Key}; ignored if there is none
   * @return leave to call the body, or a {@link Refusal} that a policy wants to handle; null if no
   *     policy wants to be asked
   */
  public @Nullable Permit enter(@Nullable Object keyArgument) {
    Permit permit = enter(keyArgument, Patience.OF_FIRST);
    if (permit instanceof Refusal refusal && endsAtOnce(refusal)) {
      throw Sneaky.rethrow(refusal.exception());
    }
    return permit;
  }

  private boolean endsAtOnce(Refusal refusal) {
    try {
      return plan().failures().endsAtOnce(refusal);
    } catch (Throwable broken) {
      return true;
    }
  }

  private @Nullable Permit enter(@Nullable Object keyArgument, Patience patience) {
    try {
      return ask(keyArgument, patience);
    } catch (Throwable broken) {
      return plan().failures().unguarded(null, broken);
    }
  }

  private @Nullable Permit ask(@Nullable Object keyArgument, Patience patience) {
    Plan plan = plan();
    if (plan.marks()) {
      return plan.marked(plan.enter(keyArgument, patience));
    }
    if (plan.admitsAll()) {
      return null;
    }
    if (WrapperMark.anyWrapper() && WrapperMark.covers(plan.method())) {
      return null;
    }
    return plan.enter(keyArgument, patience);
  }

  /**
   * Throws if an attempt was refused.
   *
   * @param permit what {@link #enter} gave
   */
  public void admit(@Nullable Permit permit) {
    if (permit instanceof Skip skip) {
      throw Sneaky.rethrow(skip.exception());
    }
  }

  /**
   * Tells whether an attempt may be made.
   *
   * @param permit what {@link #enter} gave
   * @return false if it was refused
   */
  public static boolean admits(@Nullable Permit permit) {
    return !(permit instanceof Skip);
  }

  /**
   * Tells whether a returned value is a success.
   *
   * @param result the value
   * @return false if the policy's predicate calls it a failure
   */
  public boolean accepts(@Nullable Object result) {
    try {
      return plan().accepts(result);
    } catch (Throwable broken) {
      plan().failures().complain(broken);
      return true;
    }
  }

  /**
   * Tells whether {@link #accepts} must be asked at all; a primitive result need not be boxed
   * otherwise.
   *
   * @return true if the policy has a predicate
   */
  public boolean checksResult() {
    return plan().checksResult();
  }

  /**
   * Tells whether {@link #snapshot} must be asked.
   *
   * @return true if arguments are copied when a call begins
   */
  public boolean copies() {
    return plan().copies();
  }

  /**
   * Ends a call that returned.
   *
   * @param call what {@link #failed} gave, or null if the first attempt succeeded
   * @param permit the permit of the last attempt
   */
  public void succeeded(@Nullable Call call, @Nullable Permit permit) {
    plan().succeeded(call, permit);
  }

  /**
   * Ends an attempt that failed. Returns after the backoff if another attempt is to be made, or if
   * a fallback has answered; throws what the caller gets if not.
   *
   * @param call what the last invocation gave, or null after the first attempt
   * @param permit the permit of the failed attempt
   * @param start what {@link #start} gave
   * @param failure what the body threw, or null if the permit was refused
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the call, with the permit for the next attempt or with the fallback's answer
   */
  public Call failed(
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Throwable failure,
      @Nullable Object receiver,
      Object... arguments) {
    Plan plan = plan();
    return plan.failures()
        .failed(plan, this::enter, call, permit, start, failure, receiver, arguments);
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
    Plan plan = plan();
    return plan.failures().unwanted(plan, this::enter, call, permit, start, receiver, arguments);
  }

  /**
   * Begins a call whose arguments are copied before the body can change them.
   *
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return a call without failures
   */
  public @Nullable Call snapshot(@Nullable Object receiver, Object... arguments) {
    Plan plan = plan();
    return plan.failures().snapshot(plan, receiver, arguments);
  }

  /**
   * Makes a call whose attempts run elsewhere: on another thread under a timeout, or for as long as
   * an asynchronous result takes.
   *
   * @param <T> the result
   * @param body calls the method without its policies
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the result of the method or of its fallback
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // the body gives nothing else
  public <T> T call(Body<? extends T> body, @Nullable Object receiver, Object... arguments) {
    Plan plan = plan();
    if (plan.off()) {
      return (T) asWritten(body);
    }
    Shadow shadow = plan.shadow();
    if (shadow != null) {
      return (T) asWritten(() -> shadow.around(plan, body, arguments));
    }
    AsyncAdapter async = plan.async();
    return (T)
        (async == null
            ? new BlockingCall(this, body, receiver, arguments).make()
            : AsyncCalls.result(this, async, body, receiver, arguments));
  }

  static @Nullable Object asWritten(Body<?> body) {
    try {
      return body.call();
    } catch (Throwable own) {
      throw Sneaky.rethrow(own);
    }
  }

  /**
   * Makes a call from a woven method.
   *
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the result of the method or of its fallback
   */
  public @Nullable Object callWoven(@Nullable Object receiver, Object... arguments) {
    GuardedMethod method = live.method();
    return call(() -> Bypass.call(method, receiver, arguments), receiver, arguments);
  }

  /**
   * Tells whether a woven method is to run its body now, because its policies have been applied.
   *
   * @return true once after each call of the body through its guard, below a wrapper, and always
   *     while the guard is off
   */
  public boolean isInBody() {
    if (plan().off()) {
      return true;
    }
    GuardedMethod method = live.method();
    try {
      return Bypass.consume(method) || (WrapperMark.anyWrapper() && WrapperMark.covers(method));
    } catch (Throwable broken) {
      plan().failures().complain(broken);
      return true;
    }
  }
}
