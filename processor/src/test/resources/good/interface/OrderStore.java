package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;
import java.util.List;

public interface OrderStore<V extends Comparable<V>> extends Store<Long, V> {
  @Retry
  @CircuitBreaker(name = "orders")
  List<V> all() throws java.io.IOException;

  @Retry
  default int size() throws java.io.IOException {
    return contains(1L) ? 1 : 0;
  }

  void put(long delegate, V order);

  static String name() {
    return "orders";
  }
}
