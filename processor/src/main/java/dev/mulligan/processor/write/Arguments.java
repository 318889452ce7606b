package dev.mulligan.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.mulligan.processor.model.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a call, laid out as a formatter does: on one line, or else one a line. JavaPoet
 * alone would break wherever the line happens to end.
 */
final class Arguments {
  private static final int LINE = 100;

  private final List<CodeBlock> codes = new ArrayList<>();
  private int length;

  Arguments text(String text) {
    return add(CodeBlock.of("$S", text), text.length() + 2);
  }

  Arguments classLiteral(Type type) {
    return add(CodeBlock.of("$T.class", TypeNames.of(type)), shown(type).length() + 6);
  }

  /** Adds a call of a method that is imported, if nothing hides it. */
  Arguments call(Class<?> owner, String method, Arguments arguments) {
    int column = 14 + method.length() + 1;
    // The name is in the format, because JavaPoet looks for static imports there alone.
    CodeBlock code =
        CodeBlock.of("$T." + method + "($L)", ClassName.get(owner), arguments.layOut(column));
    return add(code, method.length() + arguments.length + 2);
  }

  /**
   * Joins the arguments.
   *
   * @param column where the first one would begin
   */
  CodeBlock layOut(int column) {
    if (column + length < LINE) {
      return CodeBlock.join(codes, ", ");
    }
    return CodeBlock.of("$>$>\n$L$<$<", CodeBlock.join(codes, ",\n"));
  }

  private Arguments add(CodeBlock code, int shownLength) {
    length += shownLength + (codes.isEmpty() ? 0 : 2);
    codes.add(code);
    return this;
  }

  /** An erased type as it is shown where nothing keeps it from being imported. */
  private static String shown(Type type) {
    if (type instanceof Type.Array array) {
      return shown(array.component()) + "[]";
    }
    return type instanceof Type.Named named
        ? String.join(".", TypeNames.raw(named).simpleNames())
        : ((Type.Primitive) type).keyword();
  }
}
