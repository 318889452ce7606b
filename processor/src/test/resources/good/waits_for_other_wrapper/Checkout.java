package com.acme;

import dev.mulligan.annotations.Retry;

public class Checkout {
  public Checkout(ResilientCart cart) {}

  @Retry
  public void finish(ResilientCart cart) {}
}
