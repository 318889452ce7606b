package com.acme;

import dev.mulligan.annotations.Retry;
import java.io.Closeable;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

public class Merger {
  @Retry
  public <T extends Object & Comparable<? super T> & Serializable> List<? super T> merge(
      Collection<? extends T> one, Map<? super String, ? extends List<?>> two) {
    return List.copyOf(one);
  }

  @Retry
  public <C extends Closeable & Runnable, R> R use(C resource, Function<? super C, ? extends R> use) {
    return use.apply(resource);
  }

  @Retry
  @SuppressWarnings("unchecked")
  public <T extends Comparable<T>> T largest(T first, List<? extends T>... rest) {
    return first;
  }

  @Retry
  public <T extends Object & Comparable<? super T>> T greatest(T one, T[] rest) {
    return one;
  }
}
