package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.function.Predicate;

class PredicateOverNothing {
  public static class Never implements Predicate<Object> {
    @Override
    public boolean test(Object result) {
      return false;
    }
  }

  @Retry(onResult = Never.class)
  void call() {}
}
