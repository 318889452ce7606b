package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import jakarta.inject.Inject;
import javax.annotation.processing.Generated;

/** {@link Vouchers} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientVouchers extends Vouchers {
  private static final Guard PAY =
      Guards.method(lookup(), Vouchers.class, "pay", methodType(void.class))
          .retry()
          .build();

  ResilientVouchers() {
    super();
  }

  @Inject
  ResilientVouchers(Cards cards) {
    super(cards);
  }

  /** Retry( {@link Vouchers#pay} ). */
  @Override
  void pay() {
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
