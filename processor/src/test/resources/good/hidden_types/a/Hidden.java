package a;

import dev.mulligan.annotations.Retry;

class Hidden {
  public static class Root {
    @Retry
    public void read() {}
  }
}
