// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import jakarta.transaction.Transactional;

@Idempotent
public class Orders {
  @Retry
  @Transactional
  public void save() {}

  @Transactional
  @Timeout("1s")
  public void slow() {}

  @CircuitBreaker
  @Transactional
  public void fine() {}

  /** All its methods are transactions. */
  @Idempotent
  @Transactional
  public static class All {
    @Retry
    public void save() {}
  }
}
