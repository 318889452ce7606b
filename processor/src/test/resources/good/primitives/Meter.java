package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.function.Predicate;

public class Meter {
  @Retry
  public boolean isOn() {
    return true;
  }

  @Retry(onResult = Negative.class)
  public double read(byte a, short b, int c, long d, float e, double f, char g, boolean h) {
    return f;
  }

  @Retry
  public void reset() {}

  public static class Negative implements Predicate<Double> {
    @Override
    public boolean test(Double value) {
      return value < 0;
    }
  }
}
