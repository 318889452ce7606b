package com.acme;

import java.util.Optional;

public interface Store<K, V> extends AutoCloseable {
  Optional<V> find(K key);

  default boolean contains(K key) {
    return find(key).isPresent();
  }

  @Override
  void close();
}
