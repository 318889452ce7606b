package com.acme;

import dev.mulligan.annotations.Retry;

public abstract class Job implements Task {
  @Retry
  public void run() {
    step();
  }

  protected abstract void step();
}
