package dev.mulligan.testkit;

/** What a failed test wants to know, added to its exception as a suppressed one. */
final class TestNote extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TestNote(String text) {
    super(text, null, false, false);
  }
}
