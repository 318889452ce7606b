package dev.mulligan.processor.lint.body;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Tools;
import javax.lang.model.element.ExecutableElement;

/**
 * Reports what is wrong inside of bodies.
 *
 * @param trees the compiler's trees
 * @param tools the processor's tools
 */
record BodyReports(Trees trees, Tools tools) {
  /**
   * Reports something.
   *
   * @param diagnostic what kind of thing
   * @param path a path in the file that it is in
   * @param tree what is pointed at
   * @param method the method that it is in
   * @param message what is wrong and what would be right
   */
  void report(
      Diagnostic diagnostic, TreePath path, Tree tree, ExecutableElement method, String message) {
    TreeSpot spot = new TreeSpot(trees, path.getCompilationUnit(), tree, method);
    tools.report(diagnostic, spot, method, message);
  }

  void report(Diagnostic diagnostic, Invocation call, String message) {
    report(diagnostic, call.path(), call.path().getLeaf(), call.caller(), message);
  }
}
