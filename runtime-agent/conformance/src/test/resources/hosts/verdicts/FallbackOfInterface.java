package com.acme;

class Both implements FallbackOfInterface {
  @Override
  public String call(String name) {
    return name;
  }

  @Override
  public String cached(String name) {
    return name;
  }

  @Override
  public String cached(String name, Throwable failure) {
    return name;
  }
}
