package com.acme;

import dev.mulligan.annotations.Retry;

interface Diamond extends Left<String>, Right {
  @Retry
  void own();
}
