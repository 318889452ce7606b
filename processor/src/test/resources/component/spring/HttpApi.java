package com.acme;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Has its policies from the interface alone: it is a bean, and its own wrapper is none. */
@Component
public class HttpApi implements Api {
  final AtomicInteger attempts = new AtomicInteger();

  @Override
  public void call() throws java.io.IOException {
    attempts.incrementAndGet();
    throw new java.io.IOException("down");
  }
}
