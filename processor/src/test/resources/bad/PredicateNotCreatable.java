package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.function.Predicate;

class PredicateNotCreatable {
  class Inner implements Predicate<String> {
    @Override
    public boolean test(String text) {
      return false;
    }
  }

  static class Secret implements Predicate<String> {
    private Secret() {}

    @Override
    public boolean test(String text) {
      return false;
    }
  }

  @Retry(onResult = Inner.class)
  String call() {
    return "";
  }

  @Retry(onResult = Secret.class)
  String again() {
    return "";
  }
}
