package com.acme;

import dev.mulligan.annotations.Retry;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

public class Cache<K extends Comparable<? super K> & Serializable, V> {
  @Retry
  public V load(K key, Function<? super K, ? extends V> source) {
    return source.apply(key);
  }

  @Retry
  public <A, B extends List<? super A>> Map.Entry<A, B[]> pair(A one, B two, List<?> rest) {
    return null;
  }

  @Retry
  protected <T extends Enum<T>> T constant(Class<T> type, String name) {
    return Enum.valueOf(type, name);
  }

  @Retry
  Map<K, List<V[]>> all() {
    return Map.of();
  }
}
