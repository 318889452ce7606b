package com.acme;

import dev.mulligan.annotations.Retry;

@Retry
abstract class ClassLevelSkips {
  public final void unchangeable() {}

  public static void shared() {}

  public abstract void bodiless();

  private void hidden() {}

  public void guarded() {
    hidden();
  }
}
