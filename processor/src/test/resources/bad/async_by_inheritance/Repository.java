package com.acme;

import dev.mulligan.annotations.Retry;

class Repository<T> {
  @Retry
  T find(String id) {
    return null;
  }
}
