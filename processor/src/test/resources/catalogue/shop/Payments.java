package com.shop;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import java.util.List;
import java.util.Map;

public class Payments {
  @Retry(maxAttempts = 4)
  @DeadLetter(queue = "payments")
  public <T extends Comparable<T>> Receipt pay(
      @Key(path = "tenant") Order order, List<? extends Line> lines, T sort, int[]... ways) {
    return new Receipt();
  }

  @DeadLetter(id = "refund")
  public void refund(Map<String, Order> orders, @Redact String token) {}

  @Retry
  public Order find(@Key long id) {
    return null;
  }

  /** What is paid. */
  public record Order(String tenant, long cents, Colour colour, Order parent) {}

  /** A part of it. */
  public static class Line extends Base {
    static int count;
    transient int cached;
    private List<Order> orders;
  }

  /** Above a part. */
  public static class Base {
    protected String note;
  }

  /** An enum. */
  public enum Colour {
    RED,
    GREEN;

    private final int code = 1;
  }

  /** A result, which no letter holds. */
  public static class Receipt {}
}
