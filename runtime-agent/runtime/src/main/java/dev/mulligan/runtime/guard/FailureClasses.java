package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.time.EmptyStack;

/**
 * The classes that a failing call initialises. The first failure of a process may well come where a
 * recursion has used up the stack.
 */
final class FailureClasses {
  private static volatile boolean prepared;

  private FailureClasses() {}

  /** Initialises them when it is first called; false if the stack is too full for that. */
  static boolean prepared() {
    if (!prepared) {
      prepared = EmptyStack.initialise(names());
    }
    return prepared;
  }

  /** Not a constant, which would need an initialiser. */
  static String[] names() {
    return new String[] {
      "classify.Accessors",
      "classify.AwsRule",
      "classify.BuiltInRules",
      "classify.Carriers",
      "classify.DataLibraries",
      "classify.Failure$1",
      "classify.FeignRetryRule",
      "classify.FeignRule",
      "classify.GrpcRule",
      "classify.GrpcTrailers",
      "classify.HttpLibraries",
      "classify.LibraryRules",
      "classify.RetryAfter",
      "classify.SqlRule",
      "classify.SqlStates",
      "count.StripedCount",
      "count.Tally",
      "deadletter.ReplayScope",
      "event.BreakerState",
      "event.Consequence",
      "event.RefusalReason",
      "guard.Bypass",
      "guard.ExitHook",
      "guard.Nesting",
      "guard.Shutdown",
      "guard.TimedBody",
      "guard.Workers",
      "guard.WrapperMark",
      "log.AppLog",
      "log.Confidential",
      "log.ForeignSlf4j",
      "log.Log",
      "log.Slf4jSink$1",
      "notify.EventKind",
      "notify.EventLine$1",
      "notify.Events",
      "notify.Flood",
      "policy.FailureRules",
      "policy.FailureRules$Verdict",
      "retry.Delays$1",
      "retry.Payment",
      "retry.RetryBudget",
      "secret.NamedValues",
      "secret.SecretNames",
      "secret.SecretNames$1",
      "secret.SecretNames$Kind",
      "secret.SecretTexts",
      "secret.SecretTypes"
    };
  }
}
