package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Client} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientClient extends Client {
  private static final Guard CALL =
      Guards.method(lookup(), Client.class, "call", methodType(void.class))
          .retry()
          .build();

  private static final Guard OLD =
      Guards.method(lookup(), Client.class, "old", methodType(void.class))
          .retry()
          .build();

  public ResilientClient() {
    super();
  }

  protected <T extends Number> ResilientClient(List<T> numbers, int start) throws IOException {
    super(numbers, start);
  }

  ResilientClient(String... hosts) {
    super(hosts);
  }

  @SuppressWarnings("unchecked")
  public ResilientClient(int first, List<String>... rest) {
    super(first, rest);
  }

  @Deprecated
  public ResilientClient(Client other) {
    super(other);
  }

  /** Retry( {@link Client#call} ). */
  @Override
  public void call() {
    long start = CALL.start();
    Permit permit = CALL.enter();
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        super.call();
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Client#old} ). */
  @Override
  @Deprecated
  public void old() {
    long start = OLD.start();
    Permit permit = OLD.enter();
    Call call = null;
    while (true) {
      try {
        OLD.admit(permit);
        super.old();
      } catch (Throwable failure) {
        call = OLD.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      OLD.succeeded(call, permit);
      return;
    }
  }
}
