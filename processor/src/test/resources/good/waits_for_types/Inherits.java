package com.acme;

import dev.mulligan.annotations.Retry;

class Inherits extends Base {
  @Retry
  String find() {
    return "";
  }
}
