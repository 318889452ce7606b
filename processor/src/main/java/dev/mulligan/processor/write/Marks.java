package dev.mulligan.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.mulligan.processor.model.Mark;
import dev.mulligan.processor.model.Mark.Value;
import java.util.List;

/** Turns the model's annotations into JavaPoet's. */
final class Marks {
  private Marks() {}

  static List<AnnotationSpec> all(List<Mark> marks) {
    return marks.stream().map(Marks::of).toList();
  }

  private static AnnotationSpec of(Mark mark) {
    AnnotationSpec.Builder code = AnnotationSpec.builder(TypeNames.raw(mark.type()));
    mark.values().forEach((attribute, value) -> code.addMember(attribute, value(value)));
    return code.build();
  }

  private static CodeBlock value(Value value) {
    if (value instanceof Value.Constant constant) {
      return CodeBlock.of("$T.$L", TypeNames.raw(constant.type()), constant.name());
    }
    if (value instanceof Value.ClassLiteral literal) {
      return CodeBlock.of("$T.class", TypeNames.of(literal.type()));
    }
    if (value instanceof Value.Nested nested) {
      return CodeBlock.of("$L", of(nested.mark()));
    }
    return value instanceof Value.Several several
        ? several(several.elements())
        : literal(((Value.Literal) value).value());
  }

  /** A single value needs no braces. */
  private static CodeBlock several(List<Value> elements) {
    CodeBlock values = elements.stream().map(Marks::value).collect(CodeBlock.joining(", "));
    return elements.size() == 1 ? values : CodeBlock.of("{$L}", values);
  }

  private static CodeBlock literal(Object value) {
    if (value instanceof String) {
      return CodeBlock.of("$S", value);
    }
    if (value instanceof Long) {
      return CodeBlock.of("$LL", value);
    }
    if (value instanceof Character character) {
      return CodeBlock.of("'$L'", character(character));
    }
    if (value instanceof Double || value instanceof Float) {
      return floating((Number) value);
    }
    return CodeBlock.of("$L", value);
  }

  private static String character(char character) {
    return switch (character) {
      case '\'' -> "\\'";
      case '\\' -> "\\\\";
      // As a number it would end the line before anybody reads it as a character.
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default ->
          Character.isISOControl(character) || Character.isSurrogate(character)
              ? "\\u%04x".formatted((int) character)
              : String.valueOf(character);
    };
  }

  /** Infinity and what is no number have names, and no literals. */
  private static CodeBlock floating(Number value) {
    if (!Double.isFinite(value.doubleValue())) {
      String name =
          Double.isNaN(value.doubleValue())
              ? "NaN"
              : value.doubleValue() > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
      return CodeBlock.of("$T.$L", value.getClass(), name);
    }
    return value instanceof Float ? CodeBlock.of("$Lf", value) : CodeBlock.of("$L", value);
  }
}
