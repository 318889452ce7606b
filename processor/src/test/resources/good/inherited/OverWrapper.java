package com.acme;

import dev.mulligan.annotations.Retry;

/** What its superclass guards is guarded already. */
public class OverWrapper extends ResilientBase<Integer> {
  @Retry
  public void more() {}
}
