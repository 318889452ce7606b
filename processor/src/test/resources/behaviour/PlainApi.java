package com.acme;

import java.util.concurrent.Callable;

public final class PlainApi implements Api {
  private final Callable<String> body;

  public PlainApi(Callable<String> body) {
    this.body = body;
  }

  @Override
  public String call(String... arguments) throws Exception {
    return body.call() + " with " + arguments.length;
  }
}
