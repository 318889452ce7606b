package dev.mulligan.conformance;

import dev.mulligan.annotations.Retry;

/** Methods whose retries are limited to a fifth of their successes and ten a second. */
class BudgetSubject {
  @Retry(maxAttempts = 100, delay = "0ms", budget = "20%")
  public String inAnOutage(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 100, delay = "0ms", budget = "20%")
  public String afterSuccesses(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 100, delay = "0ms", budget = "20%")
  public String withInvalidArguments(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 100, delay = "0ms", budget = "20%")
  public String afterASecond(Script script) throws Exception {
    return script.run();
  }
}
