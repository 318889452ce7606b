package com.acme;

import dev.mulligan.annotations.DeadLetter;

public class Ledger {
  @Critical
  public void book() {}

  @VeryCritical
  @DeadLetter(queue = "own")
  public void audit() {}
}
