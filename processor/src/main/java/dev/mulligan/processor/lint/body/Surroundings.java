package dev.mulligan.processor.lint.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** What is around a call, up to the method or lambda that runs it. */
final class Surroundings {
  private Surroundings() {}

  /** Finds the {@code synchronized} block or method that holds its monitor during a call. */
  static @Nullable Tree monitor(TreePath call) {
    for (TreePath at = call; at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof SynchronizedTree) {
        return tree;
      }
      if (tree instanceof MethodTree method) {
        boolean locked = method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED);
        return locked ? method : null;
      }
      if (tree instanceof LambdaExpressionTree || tree instanceof ClassTree) {
        return null;
      }
    }
    return null;
  }

  /**
   * Tells whether a loop makes the same call until it succeeds: a failure is caught and lets the
   * loop go on, success leaves it, and the call is not about the loop's own variable.
   */
  static boolean isRetried(TreePath call) {
    TreePath at = call;
    while (at != null && !endsBody(at.getLeaf())) {
      TreePath above = at.getParentPath();
      if (above.getLeaf() instanceof TryTree attempt
          && attempt.getBlock() == at.getLeaf()
          && attempt.getCatches().stream().anyMatch(Surroundings::goesOn)
          && (leaves(attempt.getBlock()) || leavesAfter(above))) {
        Tree loop = loop(above);
        return loop != null && !mentions(call.getLeaf(), variables(loop));
      }
      at = above;
    }
    return false;
  }

  private static boolean endsBody(Tree tree) {
    return tree instanceof MethodTree
        || tree instanceof LambdaExpressionTree
        || tree instanceof ClassTree;
  }

  private static @Nullable Tree loop(TreePath from) {
    for (TreePath at = from; at != null && !endsBody(at.getLeaf()); at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof WhileLoopTree
          || tree instanceof DoWhileLoopTree
          || tree instanceof ForLoopTree) {
        return tree;
      }
    }
    return null;
  }

  /** Tells whether the end of a catch block can be reached, or leads to the loop's next turn. */
  private static boolean goesOn(CatchTree caught) {
    var statements = caught.getBlock().getStatements();
    if (statements.isEmpty()) {
      return true;
    }
    StatementTree last = statements.get(statements.size() - 1);
    return last instanceof ContinueTree
        || !(last instanceof ThrowTree || last instanceof ReturnTree || last instanceof BreakTree);
  }

  private static boolean leaves(BlockTree block) {
    return block.getStatements().stream()
        .anyMatch(statement -> statement instanceof ReturnTree || statement instanceof BreakTree);
  }

  /** Tells whether the statement after a try leaves the loop. */
  private static boolean leavesAfter(TreePath attempt) {
    if (!(attempt.getParentPath().getLeaf() instanceof BlockTree block)) {
      return false;
    }
    int next = block.getStatements().indexOf(attempt.getLeaf()) + 1;
    return next < block.getStatements().size()
        && (block.getStatements().get(next) instanceof BreakTree
            || block.getStatements().get(next) instanceof ReturnTree);
  }

  private static Set<Name> variables(Tree loop) {
    Set<Name> names = new HashSet<>();
    if (loop instanceof ForLoopTree counting) {
      for (StatementTree statement : counting.getInitializer()) {
        if (statement instanceof VariableTree variable) {
          names.add(variable.getName());
        }
      }
    }
    return names;
  }

  private static boolean mentions(Tree tree, Set<Name> names) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
        found[0] |= names.contains(identifier.getName());
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }
}
