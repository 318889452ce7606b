package com.acme;

class Blank implements FallbackBlank {
  @Override
  public String call(String name) {
    return name;
  }
}
