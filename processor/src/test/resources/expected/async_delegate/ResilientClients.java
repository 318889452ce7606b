package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/** {@link Clients} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientClients<C> implements Clients<C> {
  private static final Guard FIND =
      Guards.method(
              lookup(),
              Clients.class,
              "find",
              methodType(CompletionStage.class, String.class))
          .parameters("name")
          .circuitBreaker()
          .build();

  private static final Guard PUT =
      Guards.method(
              lookup(),
              Clients.class,
              "put",
              methodType(CompletionStage.class, Object.class, boolean.class))
          .parameters("client", "overwrite")
          .circuitBreaker()
          .build();

  private static final Guard COUNT =
      Guards.method(lookup(), Clients.class, "count", methodType(int.class))
          .circuitBreaker()
          .build();

  private final Clients<C> delegate;

  public ResilientClients(Clients<C> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** CircuitBreaker( {@link Clients#find} ). */
  @Override
  public CompletionStage<C> find(String name) {
    return FIND.call(() -> delegate.find(name), this, name);
  }

  /** CircuitBreaker( {@link Clients#put} ). */
  @Override
  public CompletionStage<C> put(C client, boolean overwrite) {
    return PUT.call(() -> delegate.put(client, overwrite), this, client, overwrite);
  }

  /** CircuitBreaker( {@link Clients#count} ). */
  @Override
  public int count() {
    long start = COUNT.start();
    Permit permit = COUNT.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        COUNT.admit(permit);
        result = delegate.count();
      } catch (Throwable failure) {
        call = COUNT.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      COUNT.succeeded(call, permit);
      return result;
    }
  }
}
