package dev.mulligan.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.mulligan.processor.model.GuardPlan;
import dev.mulligan.processor.model.KeyParameter;
import dev.mulligan.processor.model.Policy;
import dev.mulligan.processor.model.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the constant that holds a method's guard. */
final class GuardConstant {
  /** The policies as a reader thinks of them: first what is tried, last what is left. */
  private static final List<String> ORDER =
      List.of(
          "Retry", "CircuitBreaker", "RateLimit", "Timeout", "Bulkhead", "DeadLetter", "Fallback");

  private GuardConstant() {}

  static FieldSpec write(String method, Signature signature, GuardPlan plan) {
    return FieldSpec.builder(
            RuntimeNames.GUARD, plan.constant(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(initializer(method, signature, plan))
        .build();
  }

  private static CodeBlock initializer(String method, Signature signature, GuardPlan plan) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("\n$>$>$T.method($>$>$L)", RuntimeNames.GUARDS, identity(method, plan).layOut(20));
    if (!signature.parameters().isEmpty()) {
      code.add(step("parameters", signature.parameterNames()));
    }
    KeyParameter key = plan.key();
    if (key != null) {
      code.add("\n.key($L, $S)", key.index(), key.path());
    }
    for (int index : plan.redacted()) {
      code.add("\n.redact($L)", index);
    }
    for (String annotation : ORDER) {
      plan.policies().find(annotation).ifPresent(policy -> code.add(step(policy)));
    }
    return code.add("\n.build()$<$<$<$<").build();
  }

  private static Arguments identity(String method, GuardPlan plan) {
    Arguments types = new Arguments().classLiteral(plan.erasedResult());
    plan.erasedParameters().forEach(types::classLiteral);
    return new Arguments()
        .call(MethodHandles.class, "lookup", new Arguments())
        .classLiteral(plan.declaring())
        .text(method)
        .call(MethodType.class, "methodType", types);
  }

  private static CodeBlock step(Policy policy) {
    String name = policy.annotation();
    return step(
        name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
        policy.values().entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
  }

  /** One call of the builder, on a line of its own. */
  private static CodeBlock step(String name, List<String> texts) {
    Arguments arguments = new Arguments();
    texts.forEach(arguments::text);
    return CodeBlock.of("\n.$L($L)", name, arguments.layOut(12 + name.length()));
  }
}
