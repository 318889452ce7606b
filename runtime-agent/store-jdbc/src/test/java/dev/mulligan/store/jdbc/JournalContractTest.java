package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The journal keeps the same contract as the databases that may take its place. */
class JournalContractTest extends StoreContract {
  @TempDir Path folder;

  @Override
  protected DeadLetterStore open() throws IOException {
    return Journal.open(folder.resolve("journal"));
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() throws IOException {
    return Optional.of(Journal.open(folder.resolve("journal")));
  }

  /** It remembers what each letter is, not each failure that a letter stands for. */
  @Override
  protected boolean knowsJoinedLetters() {
    return false;
  }
}
