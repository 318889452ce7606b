package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.List;

class Wildcards {
  @Retry
  String find(List<? extends ResilientAlpha> list, List<? super ResilientAlpha[]> other) {
    return "";
  }
}
