package com.acme;

import dev.mulligan.annotations.Retry;

/** What it inherits twice gives the nearer result, and throws only what both allow. */
interface Both extends First, Second {
  @Retry
  String find();
}
