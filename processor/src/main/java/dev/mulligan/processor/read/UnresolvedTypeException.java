package dev.mulligan.processor.read;

/** Thrown where a type is needed that does not exist, or not yet. */
public final class UnresolvedTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param type the type as it is mentioned
   */
  UnresolvedTypeException(String type) {
    super(type);
  }
}
