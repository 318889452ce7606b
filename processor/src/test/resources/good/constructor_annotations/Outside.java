package com.acme.other;

public class Outside {
  public @interface Limit {
    int value();
  }
}
