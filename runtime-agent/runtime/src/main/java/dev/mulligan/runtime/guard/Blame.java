package dev.mulligan.runtime.guard;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.breaker.BreakerGroup;
import dev.mulligan.runtime.breaker.Rates;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.deadletter.Suspicion;
import dev.mulligan.runtime.rejection.RejectedCallException;

/**
 * Decides whether a failure may be blamed on the arguments of its call. An outage must never look
 * like a poisonous argument: where a breaker counts, it must see most calls succeed.
 */
final class Blame {
  private Blame() {}

  static Suspicion of(Call call, Failure failure) {
    boolean isOfOtherSide =
        failure.type() == FailureType.NETWORK
            || failure.type() == FailureType.RATE_LIMITED
            || failure.peeled() instanceof RejectedCallException
            || failure.unwanted();
    if (isOfOtherSide || call.isReplay() || call.arguments().length == 0) {
      return Suspicion.NONE;
    }
    Admission admission = call.admission();
    BreakerGroup breakers = admission.breakers();
    if (breakers == null) {
      return Suspicion.UNPROVEN;
    }
    Rates rates = admission.breaker(breakers, call.keyArgument()).rates();
    return rates.calls() - rates.failures() > rates.failures() ? Suspicion.PROVEN : Suspicion.NONE;
  }
}
