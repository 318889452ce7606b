// -Amulligan.engine=agent -Amulligan.lint=none
package com.acme;

import dev.mulligan.annotations.Retry;

public final class Woven {
  private Woven() {}

  @Retry
  public void open() {}

  @Retry
  private static void hidden() {}

  class Inner {
    @Retry
    void call() {
      hidden();
    }
  }
}
