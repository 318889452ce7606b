package dev.mulligan.processor.read;

import dev.mulligan.processor.model.GuardPlan;
import dev.mulligan.processor.model.Method;
import dev.mulligan.processor.model.Policies;
import dev.mulligan.processor.model.Shape;
import dev.mulligan.processor.model.Type;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;

/** Reads the methods that a wrapper has. */
final class MethodReader {
  private final Members members;
  private final SignatureReader signatures;
  private final GuardedReader guarded;
  private final Keys keys;
  private final AsyncResults async;

  MethodReader(Tools tools, GuardedReader guarded) {
    this.members = new Members(tools);
    this.signatures = new SignatureReader(tools);
    this.guarded = guarded;
    this.keys = new Keys(tools);
    this.async = new AsyncResults(tools);
  }

  Method read(Candidate candidate, TypeElement type, Names names) {
    ExecutableElement method = candidate.method();
    ExecutableType member = members.in(type, method);
    return new Method(
        method.getSimpleName().toString(),
        signatures.result(member),
        signatures.signature(method, member, members.thrown(type, method)),
        candidate.isGuarded() ? plan(candidate, type, names) : null);
  }

  private GuardPlan plan(Candidate candidate, TypeElement type, Names names) {
    ExecutableElement method = candidate.method();
    Policies policies = guarded.policies(candidate);
    return new GuardPlan(
        names.constant(method.getSimpleName().toString()),
        declaring(method, type),
        signatures.erased(method.getReturnType()),
        method.getParameters().stream()
            .map(VariableElement::asType)
            .map(signatures::erased)
            .toList(),
        policies,
        Shape.of(policies, async.isUnderstood(method)),
        keys.key(method, type),
        keys.redacted(method, type));
  }

  /** The class that declares the method, or the wrapped one if the wrapper cannot see that. */
  private Type.Named declaring(ExecutableElement method, TypeElement type) {
    TypeElement declaring = Members.declaring(method);
    return signatures.raw(new Sight(type).reaches(declaring) ? declaring : type);
  }
}
