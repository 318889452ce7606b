package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Retry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Scope;

@Scope("prototype")
@Qualifier("cards")
public class Payments {
  final AtomicInteger attempts = new AtomicInteger();
  final String host;

  @Autowired
  public Payments(@Value("${payments.host}") String host, @Qualifier("euro") String currency) {
    this.host = host + " in " + currency;
  }

  public Payments() {
    throw new AssertionError("not the one with @Autowired");
  }

  @Retry(backoff = Backoff.NONE)
  public void pay() {
    attempts.incrementAndGet();
    throw new java.io.UncheckedIOException(new java.io.IOException("down"));
  }
}
