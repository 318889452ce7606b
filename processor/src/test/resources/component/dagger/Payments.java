package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Retry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

@Singleton
public class Payments {
  final AtomicInteger attempts = new AtomicInteger();
  final String host;

  public Payments(@Named("host") String host) {
    this.host = host;
  }

  @Retry(backoff = Backoff.NONE)
  public void pay() {
    attempts.incrementAndGet();
    throw new java.io.UncheckedIOException(new java.io.IOException("down"));
  }
}
