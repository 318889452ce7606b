package com.acme;

import dev.mulligan.annotations.Retry;

@Retry
class Ledger {
  public void write() {}

  protected void open() {}

  void close() {}

  protected static class Page {
    @Retry
    public void turn() {}
  }

  interface Reader {
    @Retry
    void read();
  }
}
