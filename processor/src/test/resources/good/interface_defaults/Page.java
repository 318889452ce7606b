package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.List;

/** Inherits methods with bodies, and overrides one of them. */
public interface Page<T> extends Source<List<T>>, Iterable<T> {
  @Override
  @Retry
  default List<T> read() {
    return List.of();
  }

  default int size() {
    return (iterator().hasNext() ? 1 : 0) + offset();
  }

  private int offset() {
    return 0;
  }

  static int limit() {
    return 10;
  }
}
