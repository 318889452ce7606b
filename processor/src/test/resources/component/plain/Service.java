package com.acme;

import dev.mulligan.annotations.Retry;

public class Service {
  @Retry
  public void call() {}
}
