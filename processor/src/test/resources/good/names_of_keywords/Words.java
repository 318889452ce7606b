package com.acme;

import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;

/** Words that are keywords in some places only, and names that nobody types. */
public class Words {
  @Retry
  public int record(int var, int yield, int sealed, int permits, int with, int when) {
    return var;
  }

  @Retry
  public int permits(@Key String $, String _x, String super_, String this$0) {
    return 0;
  }

  @Timeout("1s")
  public String module(String call, String result, String guard, String arguments) {
    return call;
  }

  @Retry
  public void wait(String permit, Words start) {}
}
