package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** {@link Payments} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
@Deprecated
@Component
@Primary
@Lazy
@Profile({"live", "test"})
@DependsOn("ledger")
@Scope(value = "session", proxyMode = ScopedProxyMode.TARGET_CLASS)
@Sandboxed("cards")
public class ResilientPayments extends Payments {
  private static final Guard PAY =
      Guards.method(lookup(), Payments.class, "pay", methodType(void.class))
          .retry()
          .build();

  @Autowired
  public ResilientPayments(
      @Value("${payments.host}") String host, @Autowired(required = false) Runnable before) {
    super(host, before);
  }

  protected ResilientPayments(@Qualifier("hosts") String... hosts) {
    super(hosts);
  }

  /** Retry( {@link Payments#pay} ). */
  @Override
  public void pay() {
    long start = PAY.start();
    Permit permit = PAY.enter();
    Call call = null;
    while (true) {
      try {
        PAY.admit(permit);
        super.pay();
      } catch (Throwable failure) {
        call = PAY.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      PAY.succeeded(call, permit);
      return;
    }
  }
}
