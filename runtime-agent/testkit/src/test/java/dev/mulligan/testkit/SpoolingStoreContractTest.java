package dev.mulligan.testkit;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.util.Optional;

/** A store with a spool before it is a store. */
class SpoolingStoreContractTest extends StoreContract {
  @Override
  protected DeadLetterStore open() {
    return new SpoolingStore(new MemoryStore(), new MemoryStore());
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() {
    return Optional.empty();
  }
}
