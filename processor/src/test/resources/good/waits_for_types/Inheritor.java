package com.acme;

import dev.mulligan.annotations.Retry;

interface Inheritor extends Maker {
  @Retry
  String find();
}
