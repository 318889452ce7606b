package dev.mulligan.processor.lint.body;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.runtime.policy.RetryPolicy;

/** Warns of a loop that retries, by hand, a call that retries itself. */
final class LoopRule implements BodyRule {
  private final BodyReports reports;

  LoopRule(BodyReports reports) {
    this.reports = reports;
  }

  @Override
  public void call(Invocation call, Guarded callee) {
    RetryPolicy retry = callee.values().retry();
    if (retry != null && retry.maxAttempts() > 1 && Surroundings.isRetried(call.path())) {
      reports.report(
          Diagnostic.RETRIED_IN_LOOP,
          call,
          "this loop repeats a call of %s, which makes %d attempts each time; leave the repeating to one of the two"
              .formatted(reports.tools().location(callee.method()), retry.maxAttempts()));
    }
  }
}
