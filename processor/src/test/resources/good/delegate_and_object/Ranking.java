package com.acme;

import dev.mulligan.annotations.Retry;

public interface Ranking {
  @Retry
  void load();

  @Override
  String toString();

  @Override
  boolean equals(Object other);

  boolean equals(String other);
}
