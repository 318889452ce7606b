package com.acme;

import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.List;

public class Client {
  public Client() {}

  protected <T extends Number> Client(List<T> numbers, int start) throws IOException {}

  Client(String... hosts) {}

  @SafeVarargs
  public Client(int first, List<String>... rest) {}

  private Client(long secret) {}

  @Deprecated
  public Client(Client other) {
    this(1L);
  }

  @Retry
  public void call() {}

  @Retry
  @Deprecated
  public void old() {}
}
