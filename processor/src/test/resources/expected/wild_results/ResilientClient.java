package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Client} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientClient extends Client {
  private static final Guard FIND =
      Guards.method(lookup(), Client.class, "find", methodType(List.class))
          .timeout("value = 1s")
          .build();

  public ResilientClient() {
    super();
  }

  /** Timeout( {@link Client#find} ). */
  @Override
  public <T> List<? extends T> find() {
    return FIND.<List<? extends T>>call(() -> super.<T>find(), this);
  }
}
