package com.acme;

import dev.mulligan.annotations.Retry;

public interface Locatable<T extends Locatable<T>> {
  int x();

  int y();

  @Retry
  T locate();
}
