package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import javax.annotation.processing.Generated;

/** {@link Promised} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientPromised extends Promised {
  private static final Guard CALL =
      Guards.method(lookup(), Promised.class, "call", methodType(Promised.Promise.class))
          .retry()
          .build();

  public ResilientPromised() {
    super();
  }

  /** Retry( {@link Promised#call} ). */
  @Override
  public Promised.Promise<String> call() {
    return CALL.call(() -> super.call(), this);
  }
}
