package com.acme;

import dev.mulligan.annotations.Retry;

public class Cart {
  @Retry
  public void add() {}
}
