package com.acme;

/** Guarded by the interface's wrapper; its own is for those who create it by hand. */
public class HttpApi implements Api<String> {
  public HttpApi() {}

  public HttpApi(int port) {}

  @Override
  public void call(String host) {}
}
