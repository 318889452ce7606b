package com.acme;

abstract class Missing<V> {
  V absent(Comparable<?> key, RuntimeException failure) {
    throw failure;
  }
}
