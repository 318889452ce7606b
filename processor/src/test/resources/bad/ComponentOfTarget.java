// -Amulligan.component=spring
package com.acme;

import dev.mulligan.annotations.Retry;
import jakarta.inject.Named;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Service;

class ComponentOfTarget {
  @Service
  @interface Gateway {}

  @Gateway
  @Scope("prototype")
  static class Payments {
    @Retry
    void pay() {}
  }

  @Named("fast")
  static class Mail {
    @Retry
    void send() {}
  }
}
