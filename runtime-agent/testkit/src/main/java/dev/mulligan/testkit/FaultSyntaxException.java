package dev.mulligan.testkit;

/** A text that is no {@link FaultPlan}. */
public final class FaultSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * Creates the exception.
   *
   * @param text the plan
   * @param position where the mistake is, from zero
   * @param problem what is wrong and what is right
   */
  FaultSyntaxException(String text, int position, String problem) {
    super(problem + ", at position " + position + ":\n  " + text + "\n  " + pointer(position));
    this.position = position;
  }

  private static String pointer(int position) {
    return " ".repeat(position) + "^";
  }

  /**
   * Tells where the mistake is.
   *
   * @return the index in the text, from zero; its length if something is missing at the end
   */
  public int position() {
    return position;
  }
}
