package dev.mulligan.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type, as source code writes it. */
public sealed interface Type {

  /**
   * A primitive type or {@code void}.
   *
   * @param keyword such as {@code int}
   */
  record Primitive(String keyword) implements Type {
    /** Tells whether this is the result of a method without one. */
    public boolean isVoid() {
      return keyword.equals("void");
    }
  }

  /**
   * A class or interface.
   *
   * @param packageName its package; empty for the unnamed one
   * @param enclosing the type that it is a member of, or null
   * @param simpleName its name
   * @param arguments its type arguments; none for a raw type
   */
  record Named(
      String packageName, @Nullable Named enclosing, String simpleName, List<Type> arguments)
      implements Type {}

  /**
   * An array.
   *
   * @param component the type of its elements
   */
  record Array(Type component) implements Type {}

  /**
   * A type variable.
   *
   * @param name such as {@code T}
   */
  record Variable(String name) implements Type {}

  /**
   * A wildcard; without a bound it has neither.
   *
   * @param upper its {@code extends} bound, or null
   * @param lower its {@code super} bound, or null
   */
  record Wildcard(@Nullable Type upper, @Nullable Type lower) implements Type {}
}
