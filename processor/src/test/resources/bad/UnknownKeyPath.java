package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Key;
import java.net.URI;

class UnknownKeyPath {
  public record Tenant(String id) {
    String region() {
      return "";
    }

    public static String zone() {
      return "";
    }
  }

  @CircuitBreaker
  void first(@Key(path = "hosts") URI address) {}

  @CircuitBreaker
  void second(@Key(path = "id.size") Tenant tenant) {}

  @CircuitBreaker
  void hidden(@Key(path = "region") Tenant tenant) {}

  @CircuitBreaker
  void shared(@Key(path = "zone") Tenant tenant) {}

  @CircuitBreaker
  void primitive(@Key(path = "value") int number) {}

  @CircuitBreaker
  void empty(@Key(path = "id..length") Tenant tenant) {}
}
