package dev.mulligan.processor.lint.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A call in a body, or a method reference.
 *
 * @param caller the method around it
 * @param callee what is called
 * @param path where
 */
record Invocation(ExecutableElement caller, ExecutableElement callee, TreePath path) {
  /** What is before the dot, or null for a call without one. */
  @Nullable ExpressionTree receiver() {
    if (path.getLeaf() instanceof MemberReferenceTree reference) {
      return reference.getQualifierExpression();
    }
    ExpressionTree called = ((MethodInvocationTree) path.getLeaf()).getMethodSelect();
    return called instanceof MemberSelectTree select ? select.getExpression() : null;
  }

  boolean isOnSuper() {
    ExpressionTree receiver = receiver();
    return receiver instanceof IdentifierTree name && name.getName().contentEquals("super")
        || receiver instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("super");
  }

  boolean isOnThis() {
    ExpressionTree receiver = receiver();
    return receiver == null
        || receiver instanceof IdentifierTree name && name.getName().contentEquals("this")
        || receiver instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("this");
  }
}
