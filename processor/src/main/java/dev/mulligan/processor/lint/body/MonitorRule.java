package dev.mulligan.processor.lint.body;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.runtime.policy.BulkheadPolicy;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.policy.RetryPolicy;

/** Warns of a monitor that the caller of a guarded method holds while the guard waits. */
final class MonitorRule implements BodyRule {
  private final BodyReports reports;

  MonitorRule(BodyReports reports) {
    this.reports = reports;
  }

  @Override
  public void call(Invocation call, Guarded callee) {
    Tree monitor = Surroundings.monitor(call.path());
    // Nobody waits for a result that comes later.
    if (monitor != null && !callee.asynchronous() && waits(callee.values())) {
      reports.report(
          Diagnostic.MONITOR_HELD,
          call,
          "%s may wait before another attempt or for a place, and the monitor of this %s is held meanwhile; call it outside"
              .formatted(
                  reports.tools().location(callee.method()),
                  monitor instanceof MethodTree ? "synchronized method" : "synchronized block"));
    }
  }

  private static boolean waits(MethodPolicies policies) {
    RetryPolicy retry = policies.retry();
    RateLimitPolicy limit = policies.rateLimit();
    BulkheadPolicy bulkhead = policies.bulkhead();
    return (retry != null && retry.maxAttempts() > 1)
        || (limit != null && !limit.maxWait().isZero())
        || (bulkhead != null && !bulkhead.maxWait().isZero());
  }
}
