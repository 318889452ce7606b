package dev.mulligan.processor.lint.body;

import com.sun.source.util.TreePath;
import dev.mulligan.processor.read.Guarded;

/** Looks for one kind of trouble in bodies. */
interface BodyRule {
  /** Looks at a call, of a method with policies, in any body. */
  default void call(Invocation invocation, Guarded callee) {}

  /** Looks at the declaration of a method with policies. */
  default void method(TreePath method, Guarded declared) {}
}
