package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class PostgresContractTest extends StoreContract {
  private final String table = TestDatabase.freshTable();

  @Override
  protected DeadLetterStore open() throws IOException {
    return PostgresServer.shared().open(table);
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
