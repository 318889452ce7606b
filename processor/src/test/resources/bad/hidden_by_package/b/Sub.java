package b;

import dev.mulligan.annotations.Retry;

public class Sub extends a.Base {
  @Retry
  public void load() {}
}
