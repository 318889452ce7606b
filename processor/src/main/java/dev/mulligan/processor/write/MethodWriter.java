package dev.mulligan.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.mulligan.processor.model.GuardPlan;
import dev.mulligan.processor.model.Method;
import dev.mulligan.processor.model.Parameter;
import dev.mulligan.processor.model.Policy;
import dev.mulligan.processor.model.Shape;
import dev.mulligan.processor.model.Signature;
import dev.mulligan.processor.model.Visibility;
import dev.mulligan.processor.model.Wrapper;
import dev.mulligan.processor.model.Wrapper.Kind;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes methods and constructors. */
final class MethodWriter {
  static final String DELEGATE = Wrapper.DELEGATE;

  private static final int LINE = 100;

  /** What is around a drawing: the comment's marks, a space and the full stop. */
  private static final int DRAWING = 11;

  private final Kind kind;

  MethodWriter(Kind kind) {
    this.kind = kind;
  }

  MethodSpec constructor(Signature signature) {
    Locals names = Locals.of(signature.parameters());
    CodeBlock arguments = arguments(names);
    CodeBlock body =
        kind == Kind.DELEGATE
            ? CodeBlock.of("this.$N = $T.delegate($L)", DELEGATE, RuntimeNames.GUARDS, arguments)
            : CodeBlock.of("super($L)", arguments);
    return header(MethodSpec.constructorBuilder(), signature, names).addStatement(body).build();
  }

  MethodSpec method(Method method) {
    MethodSpec.Builder code =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .returns(TypeNames.of(method.result()));
    GuardPlan plan = method.guard();
    Locals names = names(method, plan);
    header(code, method.signature(), names);
    CodeBlock invocation = invocation(method, names);
    if (plan == null) {
      return code.addStatement(method.isVoid() ? "$L" : "return $L", invocation).build();
    }
    return code.addJavadoc(drawing(method, plan))
        .addCode(body(method, plan, names, invocation))
        .build();
  }

  private static CodeBlock body(Method method, GuardPlan plan, Locals names, CodeBlock invocation) {
    return plan.shape() == Shape.ELSEWHERE
        ? new ElsewhereBody(method, plan, names, invocation).write()
        : new GuardedBody(method, plan, names, invocation).write();
  }

  private Locals names(Method method, @Nullable GuardPlan plan) {
    String receiver = kind == Kind.DELEGATE ? DELEGATE : "super";
    return plan == null
        ? Locals.of(method.signature().parameters(), receiver)
        : Locals.of(method.signature().parameters(), receiver, plan.constant());
  }

  private CodeBlock invocation(Method method, Locals names) {
    String receiver = kind == Kind.DELEGATE ? DELEGATE : "super";
    return CodeBlock.of(
        "$L.$L$N($L)", receiver, typeArguments(method), method.name(), arguments(names));
  }

  /** Where a wildcard is to be found in the result, the compiler would not find them again. */
  private static CodeBlock typeArguments(Method method) {
    return method.isWildOfItsOwn()
        ? method.signature().typeParameters().stream()
            .map(parameter -> CodeBlock.of("$L", parameter.name()))
            .collect(CodeBlock.joining(", ", "<", ">"))
        : CodeBlock.of("");
  }

  private static MethodSpec.Builder header(
      MethodSpec.Builder code, Signature signature, Locals names) {
    modifier(code, signature.visibility());
    if (signature.deprecated()) {
      code.addAnnotation(Deprecated.class);
    }
    code.addAnnotations(Marks.all(signature.marks()));
    if (signature.pollutesHeap()) {
      code.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "unchecked")
              .build());
    }
    signature.typeParameters().forEach(p -> code.addTypeVariable(TypeNames.parameter(p)));
    for (int i = 0; i < names.parameters().size(); i++) {
      code.addParameter(parameter(signature.parameters().get(i), names.parameters().get(i)));
    }
    signature.thrown().forEach(thrown -> code.addException(TypeNames.of(thrown)));
    return code.varargs(signature.varargs());
  }

  private static ParameterSpec parameter(Parameter parameter, String name) {
    TypeName type = TypeNames.of(parameter.type());
    List<AnnotationSpec> ofType = Marks.all(parameter.typeMarks());
    return ParameterSpec.builder(ofType.isEmpty() ? type : type.annotated(ofType), name)
        .addAnnotations(Marks.all(parameter.marks()))
        .build();
  }

  private static void modifier(MethodSpec.Builder code, Visibility visibility) {
    switch (visibility) {
      case PUBLIC -> code.addModifiers(Modifier.PUBLIC);
      case PROTECTED -> code.addModifiers(Modifier.PROTECTED);
      case PACKAGE -> {}
    }
  }

  private static CodeBlock arguments(Locals names) {
    return names.parameters().stream()
        .map(name -> CodeBlock.of("$N", name))
        .collect(CodeBlock.joining(",$W"));
  }

  private static int length(List<Policy> policies) {
    return policies.stream()
        .mapToInt(policy -> policy.annotation().length() + "( )".length())
        .sum();
  }

  /** Draws the policies around the method: {@code Retry( CircuitBreaker( pay ))}. */
  private static CodeBlock drawing(Method method, GuardPlan plan) {
    List<Policy> policies = plan.policies().outermostFirst();
    CodeBlock.Builder code = CodeBlock.builder();
    policies.forEach(policy -> code.add("$L( ", policy.annotation()));
    ClassName declaring = TypeNames.raw(plan.declaring());
    String link =
        "{@link %s#%s}".formatted(String.join(".", declaring.simpleNames()), method.name());
    if (DRAWING + length(policies) + link.length() > LINE) {
      code.add("\n");
    }
    return code.add("{@link $T#$L} ", declaring, method.name())
        .add(")".repeat(policies.size()))
        .add(".")
        .build();
  }
}
