package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Tree.Node.Leaf} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientTree_Node_Leaf<X> implements Tree.Node.Leaf<X> {
  private static final Guard PARENT =
      Guards.method(
              lookup(),
              Tree.Node.Leaf.class,
              "parent",
              methodType(Tree.Node.class, Tree.Path.class))
          .parameters("path")
          .retry()
          .build();

  private final Tree.Node.Leaf<X> delegate;

  public ResilientTree_Node_Leaf(Tree.Node.Leaf<X> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Tree.Node.Leaf#parent} ). */
  @Override
  public Tree.Node<X> parent(Tree<String>.Path path) {
    long start = PARENT.start();
    Permit permit = PARENT.enter();
    Call call = null;
    while (true) {
      Tree.Node<X> result;
      try {
        PARENT.admit(permit);
        result = delegate.parent(path);
      } catch (Throwable failure) {
        call = PARENT.failed(call, permit, start, failure, this, path);
        permit = call.permit();
        continue;
      }
      PARENT.succeeded(call, permit);
      return result;
    }
  }
}
