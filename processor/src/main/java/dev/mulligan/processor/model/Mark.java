package dev.mulligan.processor.model;

import java.util.List;
import java.util.Map;

/**
 * An annotation of the wrapper: one that its target has, or one that a container looks for.
 *
 * @param type its type
 * @param values the attributes that are written, in their order
 */
public record Mark(Type.Named type, Map<String, Value> values) {

  /** Makes an annotation without attributes. */
  public static Mark of(Type.Named type) {
    return new Mark(type, Map.of());
  }

  /** What an attribute is set to. */
  public sealed interface Value {

    /**
     * A string, a number, a character or a truth value.
     *
     * @param value the value, boxed
     */
    record Literal(Object value) implements Value {}

    /**
     * A constant of an enum.
     *
     * @param type the enum
     * @param name the constant
     */
    record Constant(Type.Named type, String name) implements Value {}

    /**
     * A class literal.
     *
     * @param type the type, without arguments
     */
    record ClassLiteral(Type type) implements Value {}

    /**
     * Another annotation.
     *
     * @param mark the annotation
     */
    record Nested(Mark mark) implements Value {}

    /**
     * Any number of values.
     *
     * @param elements the values
     */
    record Several(List<Value> elements) implements Value {}
  }
}
