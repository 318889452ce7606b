package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Inherits} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientInherits extends Inherits {
  private static final Guard FIND =
      Guards.method(lookup(), Inherits.class, "find", methodType(String.class))
          .retry()
          .build();

  private static final Guard MAKE =
      Guards.method(lookup(), Base.class, "make", methodType(ResilientAlpha.class))
          .retry()
          .build();

  ResilientInherits() {
    super();
  }

  /** Retry( {@link Inherits#find} ). */
  @Override
  String find() {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = super.find();
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Base#make} ). */
  @Override
  ResilientAlpha make() {
    long start = MAKE.start();
    Permit permit = MAKE.enter();
    Call call = null;
    while (true) {
      ResilientAlpha result;
      try {
        MAKE.admit(permit);
        result = super.make();
      } catch (Throwable failure) {
        call = MAKE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      MAKE.succeeded(call, permit);
      return result;
    }
  }
}
