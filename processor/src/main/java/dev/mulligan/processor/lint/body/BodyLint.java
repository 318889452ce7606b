package dev.mulligan.processor.lint.body;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.GuardedMethods;
import dev.mulligan.processor.read.Tools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Looks at the bodies of each class once the compiler has understood it, and at who calls whom once
 * it has understood them all. Nothing is thrown into the compiler. Not thread-safe, as javac is
 * not.
 */
final class BodyLint implements TaskListener {
  private final Trees trees;
  private final Tools tools;
  private final GuardedMethods guarded;
  private final CallGraph graph;
  private final SelfCallRule selfCalls;
  private final List<BodyRule> rules = new ArrayList<>();
  private final Set<String> analyzed = new HashSet<>();
  private boolean done;

  BodyLint(Trees trees, Tools tools) {
    this.trees = trees;
    this.tools = tools;
    this.guarded = new GuardedMethods(tools);
    BodyReports reports = new BodyReports(trees, tools);
    this.graph = new CallGraph(reports, guarded);
    rules.add(new SwallowRule(reports));
    rules.add(new MonitorRule(reports));
    rules.add(new LoopRule(reports));
    this.selfCalls = new SelfCallRule(reports, guarded);
    if (tools.engine().needsWrappers()) {
      rules.add(selfCalls);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    try {
      if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
        scan(event.getTypeElement());
      }
      boolean over = event.getKind() == TaskEvent.Kind.COMPILATION;
      if (!done && (over || analyzed.containsAll(tools.sources().names()))) {
        done = true;
        graph.report();
      }
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      if (!done) {
        done = true;
        tools.reporter().warn(Diagnostic.INTERNAL, "bodies are not looked at: " + e);
      }
    }
  }

  private void scan(TypeElement type) {
    analyzed.add(type.getQualifiedName().toString());
    TreePath path = trees.getPath(type);
    if (path != null && !GuardedMethods.isWrapper(type)) {
      new BodyScanner(trees, this::method, this::call).scan(path, null);
    }
  }

  private void method(ExecutableElement method, TreePath path) {
    guarded.find(method).ifPresent(declared -> rules.forEach(rule -> rule.method(path, declared)));
  }

  private void call(Invocation call) {
    if (isOfJdk(call.callee())) {
      return;
    }
    if (!tools.engine().needsWrappers() || !selfCalls.isUnseen(call)) {
      graph.add(call);
    }
    guarded.find(call.callee()).ifPresent(callee -> rules.forEach(rule -> rule.call(call, callee)));
  }

  private boolean isOfJdk(ExecutableElement method) {
    String name = tools.elements().getPackageOf(method).getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("javax.");
  }
}
