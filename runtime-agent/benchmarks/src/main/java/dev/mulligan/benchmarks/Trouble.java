package dev.mulligan.benchmarks;

/** A failure that costs nothing to make: there is one, without a stack trace. */
final class Trouble extends RuntimeException {
  @SuppressWarnings("StaticAssignmentOfThrowable") // it has neither a trace nor suppressed ones
  static final Trouble INSTANCE = new Trouble();

  private static final long serialVersionUID = 1L;

  private Trouble() {
    super("trouble", null, false, false);
  }
}
