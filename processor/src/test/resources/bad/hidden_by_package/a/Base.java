package a;

import dev.mulligan.annotations.Retry;

public class Base {
  static class Secret {}

  @Retry
  public void find(Secret secret) {}
}
