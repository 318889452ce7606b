// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

public class LintSwallowedFailure {
  @Retry
  public Optional<String> find() {
    try {
      return Optional.of(load());
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  @CircuitBreaker
  public String get() {
    String text = null;
    try {
      text = load();
    } catch (IOException | RuntimeException e) {
      Runnable never = () -> { throw new IllegalStateException(e); };
    }
    return text;
  }

  @Retry
  public String read() {
    try {
      return load();
    } catch (IOException e) {
      return "";
    } catch (RuntimeException e) {
      throw new IllegalStateException(e);
    }
  }

  @Retry
  public String list() throws IOException {
    String text = load();
    load();
    try {
      return load();
    } catch (Exception e) {
      return text;
    }
  }

  @Timeout("1s")
  public void check() {
    try {
      load();
    } catch (Exception e) {
      return;
    }
  }

  @Retry
  public CompletableFuture<String> fetch() {
    try {
      return CompletableFuture.completedFuture(load());
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  String load() throws IOException {
    return "";
  }
}
