package com.acme;

import dev.mulligan.annotations.Retry;

public class Device {
  @Retry
  public synchronized void reset() {}

  @Retry
  public native int read(final int address);

  @Retry
  protected handle handle() {
    return null;
  }

  /** A type whose name is written small. */
  public static class handle {}
}
