package dev.mulligan.processor.lint.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns of a body that catches all its own failures, so that no policy ever sees one. */
final class SwallowRule implements BodyRule {
  private static final Set<String> EVERYTHING =
      Set.of("Exception", "RuntimeException", "Throwable");

  private final BodyReports reports;

  SwallowRule(BodyReports reports) {
    this.reports = reports;
  }

  @Override
  public void method(TreePath path, Guarded declared) {
    BlockTree body = ((MethodTree) path.getLeaf()).getBody();
    // A method whose result comes later may put the failure into that.
    if (body == null || declared.asynchronous() || !looksAtFailures(declared.values())) {
      return;
    }
    wholeBody(body.getStatements())
        .flatMap(SwallowRule::swallowing)
        .ifPresent(
            caught ->
                reports.report(
                    Diagnostic.SWALLOWED_FAILURE,
                    path,
                    caught,
                    declared.method(),
                    "this catch lets no failure out, so that no policy of the method ever sees one;"
                        + " throw it again, or leave it to @Fallback"));
  }

  private static boolean looksAtFailures(MethodPolicies policies) {
    return policies.retry() != null
        || policies.breaker() != null
        || policies.deadLetter() != null
        || policies.fallback() != null;
  }

  /** The one statement of a body that does anything, if it is a try. */
  private static Optional<TryTree> wholeBody(List<? extends StatementTree> statements) {
    List<? extends StatementTree> doing =
        statements.stream()
            .filter(s -> !(s instanceof VariableTree) && !(s instanceof ReturnTree))
            .toList();
    return doing.size() == 1 && doing.get(0) instanceof TryTree attempt
        ? Optional.of(attempt)
        : Optional.empty();
  }

  private static Optional<? extends CatchTree> swallowing(TryTree attempt) {
    return attempt.getCatches().stream()
        .filter(caught -> isBroad(caught.getParameter().getType()) && !rethrows(caught))
        .findFirst();
  }

  private static boolean isBroad(Tree type) {
    if (type instanceof UnionTypeTree union) {
      return union.getTypeAlternatives().stream().anyMatch(SwallowRule::isBroad);
    }
    String name = type.toString();
    return EVERYTHING.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean rethrows(CatchTree caught) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
        found[0] = true;
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree tree, @Nullable Void nothing) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        return null;
      }
    }.scan(caught.getBlock(), null);
    return found[0];
  }
}
