package com.acme;

import dev.mulligan.annotations.Retry;

public class HttpApi implements Api<String> {
  @Override
  public void call(String host, String password) {}

  @Override
  @Retry
  public void ping() {}
}
