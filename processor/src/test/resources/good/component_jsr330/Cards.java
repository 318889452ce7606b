// -Amulligan.component=jsr330
package com.acme;

import dev.mulligan.annotations.Retry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

@Singleton
@Named("cards")
public class Cards {
  public Cards(@Named("host") String host) {}

  private Cards() {}

  @Retry
  public void pay() {}
}
