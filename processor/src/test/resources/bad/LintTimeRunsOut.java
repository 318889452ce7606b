// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;

public class LintTimeRunsOut {
  @Retry(maxAttempts = 4, maxDuration = "10s")
  @Timeout("3s")
  public String read() {
    return "";
  }

  @Retry
  @Timeout("2500ms")
  public String fetch() {
    return "";
  }

  @Timeout("2m")
  @Retry
  public String list() {
    return "";
  }

  @Timeout("${read.timeout}")
  @Retry(maxDuration = "1s")
  public String find() {
    return "";
  }
}
