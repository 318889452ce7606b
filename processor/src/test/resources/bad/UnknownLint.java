// -Amulligan.engine=agent -Amulligan.lint=all,-MulliganNotIdempotant
package com.acme;

import dev.mulligan.annotations.Retry;

interface UnknownLint {
  @Retry
  String read(String key);

  default String readTwice(String key) {
    return read(key) + this.read(key);
  }
}
