package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.fault.FaultInjector;
import dev.mulligan.runtime.fault.FaultPoint;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.permit.Injected;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Skip;
import dev.mulligan.runtime.policy.TimeoutPolicy;
import dev.mulligan.runtime.spi.AsyncAdapter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a guard does, as the annotations and the configuration of this moment have it. Immutable.
 *
 * @param method the guarded method
 * @param timed whether the beginning of a call matters
 * @param admission what is asked before an attempt
 * @param timeout the limit of an attempt, or null
 * @param elsewhere what attempts need that do not run on their caller's thread
 * @param async how the asynchronous result is understood; null for any other result
 * @param results the predicate over results, or null
 * @param successes counts successes, or null
 * @param earned counts successes for the retry budget, or null
 * @param copies whether arguments are copied when a call begins
 * @param marks whether this is a wrapper's guard, and the method below it may be woven
 * @param faults what a test injects, or null
 * @param shadow what is told instead of done, where policies only observe; null where they act
 * @param off whether the method runs as it is written
 * @param failures everything that happens after a failure
 */
record Plan(
    GuardedMethod method,
    boolean timed,
    Admission admission,
    @Nullable TimeoutPolicy timeout,
    Elsewhere elsewhere,
    @Nullable AsyncAdapter async,
    @Nullable ResultCheck results,
    @Nullable StripedCount successes,
    @Nullable StripedCount earned,
    boolean copies,
    boolean marks,
    @Nullable FaultInjector faults,
    @Nullable Shadow shadow,
    boolean off,
    FailurePath failures) {

  /** The same for a method that runs as it is written: nothing is asked, checked or counted. */
  Plan switchedOff() {
    return new Plan(
        method,
        false,
        Admission.FREE,
        null,
        elsewhere,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        null,
        true,
        failures);
  }

  /** The same for a method whose policies only observe: nothing is asked for leave. */
  Plan observing(Shadow observer) {
    return new Plan(
        method,
        false,
        Admission.FREE,
        null,
        elsewhere,
        async,
        null,
        null,
        null,
        false,
        marks,
        null,
        observer,
        false,
        failures);
  }

  boolean admitsAll() {
    return admission.admitsAll() && faults == null && shadow == null;
  }

  /** Tells whether a wrapper around this woven method applies the policies. */
  boolean isBelowWrapper() {
    return !marks && WrapperMark.anyWrapper() && WrapperMark.covers(method);
  }

  private void count() {
    if (successes != null) {
      successes.increment();
    }
    if (earned != null) {
      earned.increment();
    }
  }

  /** Asks for leave to make an attempt, as long as that takes. */
  @Nullable Permit enter(@Nullable Object keyArgument, Patience patience) {
    if (shadow != null) {
      return shadow.begin(keyArgument);
    }
    return disturbed(admission.enter(keyArgument, patience, failures));
  }

  /** Notes that a wrapper is at work; without the note, the wrapper leaves the call alone. */
  @Nullable Permit marked(@Nullable Permit permit) {
    try {
      return WrapperMark.push(this, permit);
    } catch (Throwable broken) {
      // The woven method below will ask for itself.
      failures.giveBack(permit);
      return failures.unguarded(null, broken);
    }
  }

  /** Lets a test put a failure in place of the body. */
  @Nullable Permit disturbed(@Nullable Permit permit) {
    FaultInjector injector = faults;
    if (injector == null || permit instanceof Skip) {
      return permit;
    }
    try {
      Throwable fault =
          injector.beforeBody(new FaultPoint(failures.name(), method.declaring(), method.name()));
      return fault == null ? permit : new Injected(permit, fault);
    } catch (Throwable broken) {
      failures.complain(broken);
      return permit;
    }
  }

  /** The same without waiting; a fault is still to be put in. */
  CompletableFuture<@Nullable Permit> enterLater(@Nullable Object keyArgument, Patience patience) {
    return admission.enterLater(keyArgument, elsewhere.places(), patience, failures);
  }

  @Nullable Object keyArgument(Object[] arguments) {
    KeyReader key = admission.key();
    return key == null ? null : arguments[key.index()];
  }

  /** How long the next attempt may take: its timeout, or what is left of the whole call. */
  Duration limit(long start) {
    Duration own = Objects.requireNonNull(timeout).limit();
    long left = failures.judgement().left(start);
    return left < own.toNanos() ? Duration.ofNanos(Math.max(1, left)) : own;
  }

  /**
   * Asks the field and not its accessor: the type of the accessor's result is not loaded where no
   * policy has a predicate, and the JIT compiler inlines no method whose signature it cannot load.
   */
  boolean checksResult() {
    return results != null;
  }

  boolean accepts(@Nullable Object result) {
    return results == null || results.accepts(result);
  }

  void succeeded(@Nullable Call call, @Nullable Permit permit) {
    try {
      if (permit != null) {
        permit.succeeded();
      }
    } catch (Throwable broken) {
      failures.complain(broken);
      failures.giveBack(permit);
    }
    try {
      if ((successes != null || earned != null) && !isBelowWrapper()) {
        count();
      }
      if (call != null) {
        call.recovered();
      }
    } catch (Throwable broken) {
      failures.complain(broken);
      failures.end(call);
    }
  }
}
