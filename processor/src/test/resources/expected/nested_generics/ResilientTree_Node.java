package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.Map;
import javax.annotation.processing.Generated;

/** {@link Tree.Node} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientTree_Node<V> extends Tree.Node<V> {
  private static final Guard WIDEN =
      Guards.method(
              lookup(),
              Tree.Node.class,
              "widen",
              methodType(Tree.Node.class, Tree.Node.Leaf.class, Map.Entry.class))
          .parameters("leaf", "entry")
          .retry()
          .build();

  protected ResilientTree_Node(V value) {
    super(value);
  }

  /** Retry( {@link Tree.Node#widen} ). */
  @Override
  public Tree.Node<Map<String, V[]>> widen(
      Tree.Node.Leaf<? extends V> leaf, Map.Entry<V, Tree.Node<V>> entry) {
    long start = WIDEN.start();
    Permit permit = WIDEN.enter();
    Call call = null;
    while (true) {
      Tree.Node<Map<String, V[]>> result;
      try {
        WIDEN.admit(permit);
        result = super.widen(leaf, entry);
      } catch (Throwable failure) {
        call = WIDEN.failed(call, permit, start, failure, this, leaf, entry);
        permit = call.permit();
        continue;
      }
      WIDEN.succeeded(call, permit);
      return result;
    }
  }
}
