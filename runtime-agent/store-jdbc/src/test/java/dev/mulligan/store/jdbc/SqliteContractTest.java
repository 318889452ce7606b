package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends StoreContract {
  @TempDir Path folder;

  @Override
  protected DeadLetterStore open() throws IOException {
    return FileDatabase.sqlite(folder).open(Tables.DEFAULT);
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() throws IOException {
    return Optional.of(open());
  }

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
  }
}
