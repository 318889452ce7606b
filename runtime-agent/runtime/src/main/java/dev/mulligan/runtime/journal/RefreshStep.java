package dev.mulligan.runtime.journal;

/** Only waits until what other processes have written is taken in, as it is before any step. */
record RefreshStep() implements Step<Boolean> {
  @Override
  public boolean needsLock() {
    return false;
  }

  @Override
  public Object subject() {
    // Records without components are all equal, and one about nothing is in nobody's way.
    return new Object();
  }

  @Override
  public Decision<Boolean> decide(JournalCore core) {
    return Decision.nothing(true);
  }
}
