// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;
import org.springframework.retry.annotation.Retryable;

@Idempotent
public class Client {
  @Retryable
  @Retry
  public void call() {}

  @Retryable
  public void other() {}
}
