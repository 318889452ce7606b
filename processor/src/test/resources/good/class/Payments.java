package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

public class Payments {
  public interface Gateway {}

  public record Order(String tenant) {}

  public record Receipt(Order order) {}

  private final Gateway gateway;

  public Payments(Gateway gateway) {
    this.gateway = gateway;
  }

  @Retry(maxAttempts = 5, delay = "50ms")
  @CircuitBreaker(failureRate = 30)
  @DeadLetter
  public Receipt pay(Order order) throws IOException {
    return new Receipt(order);
  }

  public boolean isOpen() {
    return gateway != null;
  }
}
