package com.acme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** What the wrapper of the interface stands around. */
@Singleton
public class HttpApi implements Api {
  final AtomicInteger attempts = new AtomicInteger();

  @Inject
  HttpApi() {}

  @Override
  public void call() throws java.io.IOException {
    attempts.incrementAndGet();
    throw new java.io.IOException("down");
  }
}
