package com.acme;

import dev.mulligan.annotations.Timeout;
import java.util.List;
import java.util.function.Function;

public abstract class Loader<K, V extends Comparable<? super V>> {
  @Timeout("1s")
  public V load(K key) {
    return null;
  }

  @Timeout("1s")
  public <R, X extends Exception> List<R> loadAll(
      List<? extends K> keys, Function<? super V, ? extends R> mapping, Class<X> failure)
      throws X {
    return List.of();
  }

  @Timeout("1s")
  @SuppressWarnings("unchecked")
  public <T> T[] toArray(T... values) {
    return values;
  }
}
