package dev.mulligan.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A method of the wrapper.
 *
 * @param name its name
 * @param result its result
 * @param signature the rest of its header
 * @param guard how it is guarded, or null if it only passes the call on
 */
public record Method(String name, Type result, Signature signature, @Nullable GuardPlan guard) {
  /** Tells whether the method returns nothing. */
  public boolean isVoid() {
    return result instanceof Type.Primitive primitive && primitive.isVoid();
  }

  /** Tells whether it is handed over, has type parameters, and a wildcard in its result. */
  public boolean isWildOfItsOwn() {
    return guard != null
        && guard.shape() == Shape.ELSEWHERE
        && !signature.typeParameters().isEmpty()
        && isWild(result);
  }

  private static boolean isWild(Type type) {
    if (type instanceof Type.Array array) {
      return isWild(array.component());
    }
    return type instanceof Type.Wildcard
        || (type instanceof Type.Named named
            && named.arguments().stream().anyMatch(Method::isWild));
  }
}
