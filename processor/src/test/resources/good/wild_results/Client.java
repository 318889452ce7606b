package com.acme;

import dev.mulligan.annotations.Timeout;
import java.util.List;

public class Client {
  @Timeout("1s")
  public <T> List<? extends T> find() {
    return List.of();
  }
}
