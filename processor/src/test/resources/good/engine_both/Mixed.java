// -Amulligan.engine=both
package com.acme;

import dev.mulligan.annotations.Retry;

public class Mixed {
  @Retry
  public void open() {}

  @Retry
  public final void closed() {}

  @Retry
  public static void shared() {}

  @Retry
  record Sealed(String text) {
    public void call() {}
  }
}
