package dev.mulligan.runtime.journal;

/** Only waits until what other processes have written is taken in, as it is before any step. */
record RefreshStep() implements Step<Boolean> {
  @Override
  public boolean needsLock() {
    return false;
  }

  @Override
  public Object subject() {
    return this;
  }

  @Override
  public Decision<Boolean> decide(JournalCore core) {
    return Decision.nothing(true);
  }
}
