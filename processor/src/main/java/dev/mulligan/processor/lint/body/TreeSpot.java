package dev.mulligan.processor.lint.body;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.mulligan.processor.diagnostic.Spot;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * A place inside of a body.
 *
 * @param trees the compiler's trees
 * @param unit the file
 * @param tree what is pointed at
 * @param element the method that it is in
 */
record TreeSpot(Trees trees, CompilationUnitTree unit, Tree tree, Element element) implements Spot {
  @Override
  public void print(Messager messager, Kind kind, String text) {
    trees.printMessage(kind, text, tree, unit);
  }
}
