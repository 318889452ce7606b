package dev.mulligan.processor.lint.body;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Finds the methods of a class, and the calls in them. */
final class BodyScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Trees trees;
  private final BiConsumer<ExecutableElement, TreePath> methods;
  private final Consumer<Invocation> calls;

  BodyScanner(
      Trees trees, BiConsumer<ExecutableElement, TreePath> methods, Consumer<Invocation> calls) {
    this.trees = trees;
    this.methods = methods;
    this.calls = calls;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
      methods.accept(method, getCurrentPath());
    }
    return super.visitMethod(tree, nothing);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
    call(tree.getMethodSelect());
    return super.visitMethodInvocation(tree, nothing);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
    call(null);
    return super.visitMemberReference(tree, nothing);
  }

  private void call(@Nullable Tree select) {
    TreePath path = getCurrentPath();
    TreePath called = select == null ? path : new TreePath(path, select);
    ExecutableElement caller = caller(path);
    if (caller != null && trees.getElement(called) instanceof ExecutableElement callee) {
      calls.accept(new Invocation(caller, callee, path));
    }
  }

  /** The method around a call; null in the initialisers of fields. */
  private @Nullable ExecutableElement caller(TreePath path) {
    for (TreePath around = path; around != null; around = around.getParentPath()) {
      if (around.getLeaf() instanceof ClassTree) {
        return null;
      }
      if (around.getLeaf() instanceof MethodTree) {
        return trees.getElement(around) instanceof ExecutableElement method ? method : null;
      }
    }
    return null;
  }
}
