package dev.mulligan.store.jdbc;

import java.io.IOException;

/** What is wrong with the database, in words that need no cause to be understood. */
final class StoreException extends IOException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
