package dev.mulligan.runtime.policy;

/**
 * The values of one {@link dev.mulligan.annotations.Fallback}, checked. Immutable.
 *
 * @param method the name of the method to call instead
 */
public record FallbackPolicy(String method) {
  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range
   */
  public FallbackPolicy {
    new Checks("Fallback")
        .require(
            isIdentifier(method),
            "value",
            '"' + method + '"',
            "must be the name of a method, such as recover")
        .done();
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder; the attributes that have no default must be given
   */
  public static FallbackPolicyBuilder builder() {
    return new FallbackPolicyBuilder();
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.codePointAt(0))
        && text.codePoints().allMatch(Character::isJavaIdentifierPart);
  }
}
