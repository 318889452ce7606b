package dev.mulligan.conformance;

import dev.mulligan.annotations.Retry;

/** A policy for all public methods, and an exception. */
@Retry(maxAttempts = 2, delay = "0ms")
class OnClassSubject {
  public String twice(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 6, delay = "0ms")
  public String sixTimes(Script script) throws Exception {
    return script.run();
  }

  String once(Script script) throws Exception {
    return script.run();
  }
}
