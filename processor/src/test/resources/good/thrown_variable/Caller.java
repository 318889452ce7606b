package com.acme;

import dev.mulligan.annotations.Retry;

public class Caller<E extends Exception> {
  @Retry
  public void call() throws E {}

  @Retry
  public <X extends Exception> void either(boolean one) throws E, X {}
}
