package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class PostgresContractTest extends StoreContract {
  private static final String TABLE = TestDatabase.freshTable();
  private static boolean created;

  @Override
  protected DeadLetterStore open() throws IOException {
    if (created) {
      PostgresServer.shared().empty(TABLE);
    }
    created = true;
    return PostgresServer.shared().open(TABLE);
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() throws IOException {
    return Optional.of(PostgresServer.shared().open(TABLE));
  }

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
  }
}
