package com.acme;

import dev.mulligan.annotations.Retry;

public class Payments {
  @Retry
  public void pay() {}
}
