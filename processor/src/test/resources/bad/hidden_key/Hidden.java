package com.acme.other;

class Hidden {
  public String name() {
    return "";
  }
}
