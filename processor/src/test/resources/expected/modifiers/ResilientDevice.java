package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Device} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientDevice extends Device {
  private static final Guard RESET =
      Guards.method(lookup(), Device.class, "reset", methodType(void.class))
          .retry()
          .build();

  private static final Guard READ =
      Guards.method(lookup(), Device.class, "read", methodType(int.class, int.class))
          .parameters("address")
          .retry()
          .build();

  private static final Guard HANDLE =
      Guards.method(lookup(), Device.class, "handle", methodType(Device.handle.class))
          .retry()
          .build();

  public ResilientDevice() {
    super();
  }

  /** Retry( {@link Device#reset} ). */
  @Override
  public void reset() {
    long start = RESET.start();
    Permit permit = RESET.enter();
    Call call = null;
    while (true) {
      try {
        RESET.admit(permit);
        super.reset();
      } catch (Throwable failure) {
        call = RESET.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      RESET.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Device#read} ). */
  @Override
  public int read(int address) {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        READ.admit(permit);
        result = super.read(address);
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this, address);
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Device#handle} ). */
  @Override
  protected Device.handle handle() {
    long start = HANDLE.start();
    Permit permit = HANDLE.enter();
    Call call = null;
    while (true) {
      Device.handle result;
      try {
        HANDLE.admit(permit);
        result = super.handle();
      } catch (Throwable failure) {
        call = HANDLE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      HANDLE.succeeded(call, permit);
      return result;
    }
  }
}
