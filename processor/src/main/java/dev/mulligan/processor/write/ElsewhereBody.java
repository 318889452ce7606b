package dev.mulligan.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.mulligan.processor.model.GuardPlan;
import dev.mulligan.processor.model.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the body of a method that is handed over to its guard: {@code return FETCH.call(() ->
 * super.fetch(url), this, url)}.
 */
final class ElsewhereBody {
  private static final int LINE = 100;

  /** Where the statement begins, and where its arguments do if they have lines of their own. */
  private static final int COLUMN = 4;

  private final Method method;
  private final GuardPlan plan;
  private final CodeBlock invocation;
  private final List<CodeBlock> arguments = new ArrayList<>();

  ElsewhereBody(Method method, GuardPlan plan, Locals names, CodeBlock invocation) {
    this.method = method;
    this.plan = plan;
    this.invocation = invocation;
    arguments.add(CodeBlock.of("this"));
    arguments.addAll(names.arguments(method.signature().parameters()));
  }

  CodeBlock write() {
    CodeBlock call =
        method.isWildOfItsOwn()
            ? CodeBlock.of("$N.<$T>call(", plan.constant(), TypeNames.of(method.result()))
            : CodeBlock.of("$N.call(", plan.constant());
    return method.isVoid() ? block(call) : expression(CodeBlock.of("return $L", call));
  }

  private CodeBlock expression(CodeBlock beginning) {
    List<CodeBlock> all = new ArrayList<>(List.of(CodeBlock.of("() -> $L", invocation)));
    all.addAll(arguments);
    int length = length(all) + ");".length();
    if (COLUMN + beginning.toString().length() + length <= LINE) {
      return CodeBlock.of("$L$L);\n", beginning, CodeBlock.join(all, ", "));
    }
    String separator = 2 * COLUMN + length <= LINE ? ", " : ",\n";
    return CodeBlock.of("$L$>$>\n$L);\n$<$<", beginning, CodeBlock.join(all, separator));
  }

  /** A method without a result has to give one to its guard. */
  private CodeBlock block(CodeBlock beginning) {
    return CodeBlock.builder()
        .add("$L$>$>\n() -> {\n$>", beginning)
        .add("$L;\nreturn null;\n$<},\n", invocation)
        .add("$L);\n$<$<", CodeBlock.join(arguments, ",\n"))
        .build();
  }

  private static int length(List<CodeBlock> codes) {
    return codes.stream().mapToInt(code -> code.toString().length() + ", ".length()).sum() - 2;
  }
}
