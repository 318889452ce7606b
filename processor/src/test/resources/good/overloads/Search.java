package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;

public class Search {
  @Retry
  public String find(String text) {
    return text;
  }

  @Retry
  @CircuitBreaker
  public String find(int number) {
    return "";
  }

  @Retry
  public String find_2(Object other) {
    return "";
  }

  @Retry
  public String find() {
    return "";
  }
}
