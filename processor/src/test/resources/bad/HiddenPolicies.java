// -Amulligan.engine=agent
package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

class HiddenPolicies {
  @Critical
  void call() {}

  @Retry
  @CircuitBreaker
  @Retention(RetentionPolicy.CLASS)
  @interface Critical {}

  @Retry
  @interface Silent {}

  @Retry
  @Retention(RetentionPolicy.RUNTIME)
  @interface Seen {}

  @interface Plain {}
}
