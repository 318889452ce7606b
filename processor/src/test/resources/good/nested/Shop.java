package com.acme;

import dev.mulligan.annotations.Retry;

public class Shop {
  public static class Till {
    @Retry
    public void open() {}

    public interface Drawer {
      @Retry
      void push();
    }
  }

  protected static class Shelf<T> {
    protected Shelf() {}

    @Retry
    T take() {
      return null;
    }
  }
}
