package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;

/** Gives the store of the letters. Thread-safe. */
@FunctionalInterface
public interface StoreAccess {
  /**
   * Gives the store, and opens it before if need be.
   *
   * @return the store
   * @throws IOException if it cannot be opened
   */
  DeadLetterStore store() throws IOException;
}
