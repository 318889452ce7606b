package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Gateway} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientGateway extends Gateway {
  private static final Guard OPEN =
      Guards.method(lookup(), Gateway.class, "open", methodType(int.class, int.class))
          .parameters("port")
          .bulkhead("value = 8")
          .build();

  private static final Guard SEND =
      Guards.method(
              lookup(),
              Gateway.class,
              "send",
              methodType(void.class, String.class, Object[].class))
          .parameters("tenant", "parts")
          .key(0, "")
          .rateLimit("permits = 10", "per = 1m", "maxWait = 250ms")
          .build();

  public ResilientGateway() {
    super();
  }

  /** Bulkhead( {@link Gateway#open} ). */
  @Override
  public int open(int port) {
    long start = OPEN.start();
    Permit permit = OPEN.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        OPEN.admit(permit);
        result = super.open(port);
      } catch (Throwable failure) {
        call = OPEN.failed(call, permit, start, failure, this, port);
        permit = call.permit();
        continue;
      }
      OPEN.succeeded(call, permit);
      return result;
    }
  }

  /** RateLimit( {@link Gateway#send} ). */
  @Override
  public void send(String tenant, Object... parts) {
    long start = SEND.start();
    Permit permit = SEND.enter(tenant);
    Call call = null;
    while (true) {
      try {
        SEND.admit(permit);
        super.send(tenant, parts);
      } catch (Throwable failure) {
        call = SEND.failed(call, permit, start, failure, this, tenant, parts);
        permit = call.permit();
        continue;
      }
      SEND.succeeded(call, permit);
      return;
    }
  }
}
