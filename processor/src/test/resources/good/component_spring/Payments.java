// -Amulligan.component=spring
package com.acme;

import dev.mulligan.annotations.Retry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

@Lazy
@Profile({"live", "test"})
@DependsOn("ledger")
@Scope(value = "session", proxyMode = ScopedProxyMode.TARGET_CLASS)
@Sandboxed("cards")
@Deprecated
public class Payments {
  @Autowired
  public Payments(
      @Value("${payments.host}") String host, @Autowired(required = false) Runnable before) {}

  protected Payments(@Qualifier("hosts") String... hosts) {}

  @Retry
  public void pay() {}
}
