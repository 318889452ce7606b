package com.acme;

import dev.mulligan.annotations.DeadLetter;

class IdClash {
  @DeadLetter(id = "pay")
  void pay(String card) {}

  @DeadLetter(id = "pay", queue = "refunds")
  void refund(String card) {}

  /** Both have the id of the class, and so has whatever it gets next. */
  @DeadLetter(id = "desk")
  static class Desk {
    public void open(int number) {}

    public void open(String name) {}

    public final void close() {}
  }

  /** Only one method is guarded. */
  @DeadLetter(id = "till")
  static class Till {
    public void open(int number) {}

    void close() {}
  }

  interface Store {
    @DeadLetter(id = "keep")
    void keep(String card);
  }

  /** The same call, whichever of the two is guarded. */
  static class Files implements Store {
    @DeadLetter(id = "keep", queue = "files")
    @Override
    public void keep(String card) {}
  }

  static class Memory implements Store {
    @Override
    public void keep(String card) {}
  }

  @DeadLetter(id = "${queue.id}")
  void later(String card) {}

  @DeadLetter(id = "${queue.id}")
  void evenLater(String card) {}

  @DeadLetter(id = "${first:pay}")
  void configured(String card) {}
}
