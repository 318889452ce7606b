package dev.mulligan.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.mulligan.processor.model.GuardPlan;
import dev.mulligan.processor.model.KeyParameter;
import dev.mulligan.processor.model.Method;
import dev.mulligan.processor.model.Shape;

/** Writes the body of a guarded method: the protocol of the runtime's {@code Guard}. */
final class GuardedBody {
  private final Method method;
  private final GuardPlan plan;
  private final Locals names;
  private final CodeBlock invocation;

  GuardedBody(Method method, GuardPlan plan, Locals names, CodeBlock invocation) {
    this.method = method;
    this.plan = plan;
    this.names = names;
    this.invocation = invocation;
  }

  CodeBlock write() {
    return CodeBlock.builder()
        .add(beginning())
        .beginControlFlow("while (true)")
        .add(attempt())
        .add(resultCheck())
        .addStatement("$N.succeeded($N, $N)", plan.constant(), names.call(), names.permit())
        .add(returning())
        .endControlFlow()
        .build();
  }

  private CodeBlock beginning() {
    KeyParameter key = plan.key();
    return CodeBlock.builder()
        .addStatement("long $N = $N.start()", names.start(), plan.constant())
        .addStatement(
            "$T $N = $N.enter($L)",
            RuntimeNames.PERMIT,
            names.permit(),
            plan.constant(),
            key == null ? "" : names.parameters().get(key.index()))
        .addStatement("$T $N = $L", RuntimeNames.CALL, names.call(), firstCall())
        .build();
  }

  private CodeBlock firstCall() {
    return plan.policies().takeSnapshot()
        ? CodeBlock.of("$N.snapshot(this$L)", plan.constant(), arguments())
        : CodeBlock.of("null");
  }

  private CodeBlock attempt() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!method.isVoid()) {
      code.addStatement("$T $N", TypeNames.of(method.result()), names.result());
    }
    return code.beginControlFlow("try")
        .addStatement("$N.admit($N)", plan.constant(), names.permit())
        .add(method.isVoid() ? CodeBlock.of("") : CodeBlock.of("$N = ", names.result()))
        .addStatement(invocation)
        .nextControlFlow("catch ($T $N)", Throwable.class, names.failure())
        .addStatement(
            "$N = $N.failed($N, $N, $N, $N, this$L)",
            names.call(),
            plan.constant(),
            names.call(),
            names.permit(),
            names.start(),
            names.failure(),
            arguments())
        .add(answer())
        .addStatement("$N = $N.permit()", names.permit(), names.call())
        .addStatement("continue")
        .endControlFlow()
        .build();
  }

  private CodeBlock resultCheck() {
    if (!plan.policies().checkResult() || method.isVoid()) {
      return CodeBlock.of("");
    }
    return CodeBlock.builder()
        .beginControlFlow("if (!$N.accepts($N))", plan.constant(), names.result())
        .addStatement(
            "$N = $N.unwanted($N, $N, $N, this$L)",
            names.call(),
            plan.constant(),
            names.call(),
            names.permit(),
            names.start(),
            arguments())
        .beginControlFlow("if ($N.goesOn())", names.call())
        .addStatement("$N = $N.permit()", names.permit(), names.call())
        .addStatement("continue")
        .endControlFlow()
        .addStatement("return $N", names.result())
        .endControlFlow()
        .build();
  }

  private CodeBlock returning() {
    return CodeBlock.builder()
        .addStatement(
            method.isVoid() ? CodeBlock.of("return") : CodeBlock.of("return $N", names.result()))
        .build();
  }

  private CodeBlock answer() {
    if (plan.shape() != Shape.WITH_FALLBACK) {
      return CodeBlock.of("");
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($N.isAnswered())", names.call())
        .addStatement(
            method.isVoid()
                ? CodeBlock.of("return")
                : CodeBlock.of("return $N.answer()", names.call()))
        .endControlFlow()
        .build();
  }

  /** The arguments after others. */
  private CodeBlock arguments() {
    CodeBlock.Builder code = CodeBlock.builder();
    names.arguments(method.signature().parameters()).forEach(a -> code.add(",$W$L", a));
    return code.build();
  }
}
