package com.acme;

import dev.mulligan.annotations.Retry;

/** Its package has names that elsewhere mean those of the language. */
class Runner {
  @Retry
  String find(java.lang.Process theirs, Process ours) {
    return "";
  }
}
