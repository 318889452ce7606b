package com.acme;

public class BrokenMirror implements Mirror {
  @Override
  public String read(String name) {
    throw new IllegalStateException("broken");
  }
}
