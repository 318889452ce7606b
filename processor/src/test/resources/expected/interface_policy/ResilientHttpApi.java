package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link HttpApi} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientHttpApi extends HttpApi {
  private static final Guard CALL =
      Guards.method(
              lookup(),
              HttpApi.class,
              "call",
              methodType(void.class, String.class, String.class))
          .parameters("host", "password")
          .key(0, "")
          .redact(1)
          .retry("maxAttempts = 2")
          .build();

  private static final Guard PING =
      Guards.method(lookup(), HttpApi.class, "ping", methodType(void.class))
          .retry()
          .build();

  public ResilientHttpApi() {
    super();
  }

  /** Retry( {@link HttpApi#call} ). */
  @Override
  public void call(String host, String password) {
    long start = CALL.start();
    Permit permit = CALL.enter(host);
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        super.call(host, password);
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this, host, password);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link HttpApi#ping} ). */
  @Override
  public void ping() {
    long start = PING.start();
    Permit permit = PING.enter();
    Call call = null;
    while (true) {
      try {
        PING.admit(permit);
        super.ping();
      } catch (Throwable failure) {
        call = PING.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      PING.succeeded(call, permit);
      return;
    }
  }
}
