package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;

@Retry(maxAttempts = 4)
@CircuitBreaker
public class Weather {
  public String today() {
    return "rain";
  }

  @Retry(maxAttempts = 9)
  public String tomorrow() {
    return "sun";
  }

  protected String yesterday() {
    return "snow";
  }

  private void forget() {}

  void remember() {
    forget();
  }
}
