package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

public class Service {
  private final Callable<String> body;

  public Service(Callable<String> body) {
    this.body = body;
  }

  @Retry(delay = "0ms")
  public String call() throws Exception {
    return body.call();
  }

  @Retry(delay = "0ms", onResult = Busy.class)
  public String poll() throws Exception {
    return body.call();
  }

  static final class Busy implements Predicate<String> {
    @Override
    public boolean test(String result) {
      return result.equals("busy");
    }
  }
}
