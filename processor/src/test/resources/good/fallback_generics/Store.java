package com.acme;

import dev.mulligan.annotations.Fallback;
import java.util.Collection;
import java.util.List;

public class Store<K extends Comparable<K>, V> extends Missing<V> {
  @Fallback("absent")
  public V get(K key) {
    throw new IllegalStateException();
  }

  @Fallback("oneByOne")
  public List<V> getAll(Collection<? extends K> keys) {
    return List.of();
  }

  @Fallback("unchanged")
  public <T extends V, X extends Exception> T put(K key, T value, Class<X> conflict) throws X {
    return value;
  }

  private List<V> oneByOne(Collection<? extends K> keys) {
    return List.of();
  }

  private <T extends V, X extends Exception> T unchanged(K key, T value, Class<X> conflict) {
    return value;
  }
}
