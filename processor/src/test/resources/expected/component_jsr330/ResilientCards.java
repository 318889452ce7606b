package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.annotation.processing.Generated;

/** {@link Cards} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
@Singleton
@Named("cards")
public class ResilientCards extends Cards {
  private static final Guard PAY =
      Guards.method(lookup(), Cards.class, "pay", methodType(void.class))
          .retry()
          .build();

  @Inject
  public ResilientCards(@Named("host") String host) {
    super(host);
  }

  /** Retry( {@link Cards#pay} ). */
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
