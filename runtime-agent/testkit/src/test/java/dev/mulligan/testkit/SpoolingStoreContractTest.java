package dev.mulligan.testkit;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A store with a spool before it is a store. */
class SpoolingStoreContractTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  protected DeadLetterStore open() throws IOException {
    return new SpoolingStore(new MemoryStore(), Journal.openSpool(folder, JournalLimits.DEFAULT));
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() {
    return Optional.empty();
  }
}
