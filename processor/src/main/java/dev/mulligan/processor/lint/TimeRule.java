package dev.mulligan.processor.lint;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.policy.TimeoutPolicy;
import java.time.Duration;

/** Warns of attempts that the whole call has no time for, if each takes as long as it may. */
final class TimeRule implements Rule {
  private final Tools tools;

  TimeRule(Tools tools) {
    this.tools = tools;
  }

  @Override
  public void check(Guarded call) {
    RetryPolicy retry = call.values().retry();
    TimeoutPolicy timeout = call.values().timeout();
    if (retry == null || timeout == null) {
      return;
    }
    Duration whole = retry.maxDuration();
    long possible = whole.dividedBy(timeout.limit());
    // One attempt that takes longer than the whole call is an error already.
    if (possible > 0 && possible < retry.maxAttempts()) {
      tools.report(
          Diagnostic.TIME_RUNS_OUT,
          call.place(),
          call.method(),
          "%d attempts of %s do not fit into maxDuration = %s: after %d of them that time out there is no time for another; shorten the timeout, or give the call more time"
              .formatted(retry.maxAttempts(), shown(timeout.limit()), shown(whole), possible));
    }
  }

  private static String shown(Duration duration) {
    return duration.toMillis() % 1_000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }
}
