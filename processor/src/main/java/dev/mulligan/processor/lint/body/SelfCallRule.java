package dev.mulligan.processor.lint.body;

import static java.util.stream.Collectors.toSet;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.model.Policy;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.GuardedMethods;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls on the object itself that a wrapper does not see. One that extends the class sees
 * those of its own methods; what it does not see are calls of {@code super}, and all that happens
 * inside of the object that a wrapper of an interface is around.
 */
final class SelfCallRule implements BodyRule {
  private static final String OR_WEAVE = ", or weave the class with the agent";

  private final BodyReports reports;
  private final GuardedMethods guarded;

  SelfCallRule(BodyReports reports, GuardedMethods guarded) {
    this.reports = reports;
    this.guarded = guarded;
  }

  @Override
  public void call(Invocation call, Guarded callee) {
    TypeElement self = self(call);
    boolean guardable = !callee.method().getModifiers().contains(Modifier.STATIC);
    if (self == null || !guardable || isCovered(call.caller(), callee)) {
      return;
    }
    if (call.isOnSuper()) {
      callOfSuper(call, callee, self);
    } else if (call.isOnThis()) {
      callOfThis(call, callee, self);
    }
  }

  /**
   * Tells whether a wrapper does not see a call, so that the called method's policies do not count.
   */
  boolean isUnseen(Invocation call) {
    TypeElement self = self(call);
    return call.isOnSuper() || (call.isOnThis() && self != null && self.getKind().isInterface());
  }

  /** What the policies of the caller do for it, they do for what it calls. */
  private boolean isCovered(ExecutableElement caller, Guarded callee) {
    Set<String> own = guarded.find(caller).map(SelfCallRule::annotations).orElse(Set.of());
    return own.containsAll(annotations(callee));
  }

  private static Set<String> annotations(Guarded method) {
    return method.policies().outermostFirst().stream().map(Policy::annotation).collect(toSet());
  }

  private void callOfSuper(Invocation call, Guarded callee, TypeElement self) {
    boolean overrides = reports.tools().elements().overrides(call.caller(), callee.method(), self);
    reports.report(
        Diagnostic.SELF_CALL,
        call,
        "a call of super goes past the wrapper, and so past the policies of %s; %s%s"
            .formatted(
                location(callee.method()),
                overrides ? "annotate this method, too" : "call it without super",
                OR_WEAVE));
  }

  private void callOfThis(Invocation call, Guarded callee, TypeElement self) {
    if (self.getKind().isInterface()) {
      reports.report(
          Diagnostic.SELF_CALL,
          call,
          "the wrapper is around the object that makes this call, and does not see it: %s runs without its policies; annotate the method that calls it, or move the call out of the interface%s"
              .formatted(location(callee.method()), OR_WEAVE));
    } else if (!callee.ownPolicies()) {
      boolean ownWrapper = GuardedMethods.canBeWrapped(self);
      reports.report(
          ownWrapper ? Diagnostic.SELF_CALL_PAST_DELEGATE : Diagnostic.SELF_CALL,
          call,
          "%s is guarded by the wrapper of its interface, which is around this object and does not see the call; %s%s"
              .formatted(
                  location(callee.method()),
                  ownWrapper
                      ? "use the wrapper of this class, which does"
                      : "move the call out of the class",
                  OR_WEAVE));
    }
  }

  private String location(ExecutableElement method) {
    return reports.tools().location(method);
  }

  /** The innermost class around a call that has the method which is called. */
  private @Nullable TypeElement self(Invocation call) {
    for (TreePath at = call.path(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree
          && reports.trees().getElement(at) instanceof TypeElement type
          && isMember(type, call.callee())) {
        return type;
      }
    }
    return null;
  }

  private boolean isMember(TypeElement type, ExecutableElement method) {
    var types = reports.tools().types();
    TypeElement declaring = GuardedMethods.declaring(method);
    return types.isSubtype(types.erasure(type.asType()), types.erasure(declaring.asType()));
  }
}
