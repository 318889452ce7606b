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
      Guards.method(lookup(), HttpApi.class, "call", methodType(void.class, String.class))
          .parameters("host")
          .retry()
          .build();

  public ResilientHttpApi() {
    super();
  }

  public ResilientHttpApi(int port) {
    super(port);
  }

  /** Retry( {@link HttpApi#call} ). */
  @Override
  public void call(String host) {
    long start = CALL.start();
    Permit permit = CALL.enter();
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        super.call(host);
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this, host);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }
}
