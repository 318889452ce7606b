package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Retry;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.extern.java.Log;

@Log
@Getter
@RequiredArgsConstructor
public class Payments {
  private final AtomicInteger attempts = new AtomicInteger();
  @NonNull private final String host;

  @Retry(backoff = Backoff.NONE)
  @SneakyThrows
  public void pay() {
    log.fine(host);
    attempts.incrementAndGet();
    throw new java.io.IOException("down");
  }
}
