package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link ResilientHttpApi} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientResilientHttpApi extends ResilientHttpApi {
  private static final Guard GET =
      Guards.method(lookup(), ResilientHttpApi.class, "get", methodType(String.class, String.class))
          .parameters("url")
          .retry()
          .build();

  public ResilientResilientHttpApi() {
    super();
  }

  /** Retry( {@link ResilientHttpApi#get} ). */
  @Override
  public String get(String url) {
    long start = GET.start();
    Permit permit = GET.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        GET.admit(permit);
        result = super.get(url);
      } catch (Throwable failure) {
        call = GET.failed(call, permit, start, failure, this, url);
        permit = call.permit();
        continue;
      }
      GET.succeeded(call, permit);
      return result;
    }
  }
}
