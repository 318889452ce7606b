// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;

class LintNotIdempotent {
  @Retry
  void charge(long cents) {}

  @Retry
  void getterless() {}

  @Retry
  void __() {}

  @Idempotent
  @Retry
  void cancel(String order) {}

  @Retry
  String getOrder(String id) {
    return id;
  }

  @Retry
  void charge(long cents, String idempotencyKey) {}

  @Retry(maxAttempts = 1)
  void once() {}

  @PUT
  @Retry
  void replace(String order) {}

  @SuppressWarnings("MulliganNotIdempotent")
  @Retry
  void known() {}

  @SuppressWarnings("mulligan")
  static class Known {
    @Retry
    void known() {}
  }

  @Idempotent
  interface Store {
    @Retry
    void put(String key);
  }

  @interface PUT {}
}
