package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public class Remote {
  private final Callable<String> body;
  private String lost = "";

  public Remote(Callable<String> body) {
    this.body = body;
  }

  @Retry(maxAttempts = 2, delay = "0ms")
  @Fallback("known")
  public String fetch(String url) throws Exception {
    return body.call();
  }

  private String known(String url, IOException failure) {
    return url + " despite " + failure.getMessage();
  }

  @Fallback("none")
  public int count(String... urls) throws Exception {
    return body.call().length();
  }

  static int none(String... urls) {
    return -urls.length;
  }

  @CircuitBreaker
  @Fallback("lose")
  public void send(String text) throws Exception {
    body.call();
  }

  private void lose(String text) {
    lost = text;
  }

  public String lost() {
    return lost;
  }

  @Timeout("2s")
  public long slow(String unused) throws Exception {
    return body.call().length();
  }

  @Timeout("2s")
  public void slowly() throws IOException {
    try {
      body.call();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Retry(delay = "0ms")
  public CompletionStage<String> later(String[] unused) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return body.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Retry(maxAttempts = 2, delay = "0ms")
  @Fallback("soon")
  public CompletableFuture<String> laterOrSoon() throws Exception {
    body.call();
    return new CompletableFuture<>();
  }

  private CompletableFuture<String> soon(Exception failure) {
    return CompletableFuture.completedFuture("soon, despite " + failure.getMessage());
  }
}
