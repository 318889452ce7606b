package com.acme;

import dev.mulligan.annotations.Retry;
import lombok.RequiredArgsConstructor;

/** Mentions a wrapper that is written in the same run. */
@RequiredArgsConstructor
public class Checkout {
  private final ResilientPayments payments;

  @Retry
  public String host() {
    return payments.getHost();
  }
}
