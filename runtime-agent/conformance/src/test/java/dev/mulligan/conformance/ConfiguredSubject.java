package dev.mulligan.conformance;

import dev.mulligan.annotations.Retry;

/** Methods whose policies are set from outside. */
class ConfiguredSubject {
  @Retry(maxAttempts = 2, delay = "0ms")
  public String overridden(Script script) throws Exception {
    return script.run();
  }

  @Retry(name = "outside", delay = "${conformance.delay:5ms}", maxAttempts = 2)
  public String resolved(Script script) throws Exception {
    return script.run();
  }

  @Retry(name = "impossible", maxAttempts = 2)
  public String impossible(Script script) throws Exception {
    return script.run();
  }
}
