package com.acme.other;

public class Door {
  public Hidden hidden() {
    return null;
  }
}
