package dev.mulligan.testkit;

import dev.mulligan.runtime.spi.DeadLetterStore;
import java.util.Optional;

class MemoryStoreTest extends StoreContract {
  @Override
  protected DeadLetterStore open() {
    return new MemoryStore();
  }

  /** What is in memory is gone with the store. */
  @Override
  protected Optional<DeadLetterStore> openAgain() {
    return Optional.empty();
  }
}
