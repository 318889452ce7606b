package dev.mulligan.runtime.journal;

import java.io.IOException;

/** Takes in what other processes have written. */
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
  public Decision<Boolean> decide(JournalCore core) throws IOException {
    core.refresh();
    return Decision.nothing(true);
  }
}
