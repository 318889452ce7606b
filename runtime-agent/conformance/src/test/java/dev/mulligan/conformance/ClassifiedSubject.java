package dev.mulligan.conformance;

import dev.mulligan.annotations.FailsAs;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;

/** Methods whose failures are of the application's own kinds. */
class ClassifiedSubject {
  /** An answer of a busy server. */
  static class BusyException extends Exception {
    final transient String retryAfter;
    final transient String date;

    BusyException(String retryAfter, String date) {
      super("busy");
      this.retryAfter = retryAfter;
      this.date = date;
    }
  }

  /** Would be retried but for what it declares. */
  @FailsAs(FailureType.PERMANENT)
  static class BlockedException extends Exception {}

  @Retry(name = "classified", delay = "100ms", maxDuration = "1h", jitter = Jitter.NONE)
  public String call(@Key String tenant, Script script) throws Exception {
    return script.run();
  }
}
