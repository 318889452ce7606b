// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;

@Idempotent
public class LintStackedRetries {
  private final Inner inner = new Inner();

  @Retry
  public String outer() {
    return inner.inner();
  }

  @Retry(maxAttempts = 4)
  public String through() {
    return helper();
  }

  String helper() {
    return inner.inner();
  }

  @Retry
  public String referred() {
    java.util.function.Supplier<String> call = inner::inner;
    return call.get();
  }

  @Retry(maxAttempts = 1)
  public String once() {
    return inner.inner();
  }

  @Retry
  public String itself(int depth) {
    return depth == 0 ? "" : itself(depth - 1);
  }

  public String without() {
    return inner.inner();
  }

  /** Below. */
  @Idempotent
  public static class Inner {
    @Retry(maxAttempts = 5)
    public String inner() {
      return "";
    }
  }
}
