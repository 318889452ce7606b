package com.acme;

import dev.mulligan.annotations.Retry;

public class Derived extends Base<String> {
  @Retry
  public void own() {}

  @Override
  public void overridden() {}
}
