// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Retry;

@Retry
public class LintNotIdempotentOnClass {
  public void send() {}

  public String read() {
    return "";
  }
}
