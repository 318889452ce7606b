package dev.mulligan.conformance;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The journal is a store like any other, whatever the engine. */
@EnabledIfSystemProperty(named = "conformance.engine", matches = "wrapper")
class JournalStoreTest extends StoreContract {
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
