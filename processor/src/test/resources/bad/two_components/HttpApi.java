package com.acme;

import dev.mulligan.annotations.Retry;

class HttpApi implements Api {
  @Override
  public void call() {}

  @Retry
  @Override
  public void ping() {}
}
