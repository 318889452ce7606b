package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** {@link OrderStore} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientOrderStore<V extends Comparable<V>> implements OrderStore<V> {
  private static final Guard ALL =
      Guards.method(lookup(), OrderStore.class, "all", methodType(List.class))
          .retry()
          .circuitBreaker("name = orders")
          .build();

  private static final Guard SIZE =
      Guards.method(lookup(), OrderStore.class, "size", methodType(int.class))
          .retry()
          .build();

  private final OrderStore<V> delegate;

  public ResilientOrderStore(OrderStore<V> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( CircuitBreaker( {@link OrderStore#all} )). */
  @Override
  public List<V> all() throws IOException {
    long start = ALL.start();
    Permit permit = ALL.enter();
    Call call = null;
    while (true) {
      List<V> result;
      try {
        ALL.admit(permit);
        result = delegate.all();
      } catch (Throwable failure) {
        call = ALL.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      ALL.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link OrderStore#size} ). */
  @Override
  public int size() throws IOException {
    long start = SIZE.start();
    Permit permit = SIZE.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        SIZE.admit(permit);
        result = delegate.size();
      } catch (Throwable failure) {
        call = SIZE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      SIZE.succeeded(call, permit);
      return result;
    }
  }

  @Override
  public void put(long delegate_, V order) {
    delegate.put(delegate_, order);
  }

  @Override
  public Optional<V> find(Long key) {
    return delegate.find(key);
  }

  @Override
  public boolean contains(Long key) {
    return delegate.contains(key);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
