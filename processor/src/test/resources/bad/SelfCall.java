package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;
import java.util.function.Supplier;

class SelfCall {
  interface Store {
    @Retry
    @CircuitBreaker
    String read(String key);

    default String readTwice(String key) {
      return read(key) + this.read(key);
    }

    default Supplier<String> later(Store other) {
      other.read("");
      return () -> read("");
    }

    @Retry
    @CircuitBreaker
    default String readGuarded(String key) {
      return read(key);
    }
  }

  static final class FinalStore implements Store {
    @Override
    public String read(String key) {
      return key;
    }

    String readAll() {
      return read("all");
    }
  }

  static class OpenStore implements Store {
    @Override
    public String read(String key) {
      return key;
    }

    String readAll() {
      return read("all");
    }
  }

  static class Base {
    @Retry
    String get() {
      return "";
    }

    String getTwice() {
      return get() + get();
    }
  }

  static class Derived extends Base {
    @Override
    String get() {
      return super.get();
    }

    @Override
    String getTwice() {
      return super.get() + super.getTwice();
    }
  }

  static class Guarded extends Base {
    @Override
    @Retry
    String get() {
      return super.get();
    }
  }
}
