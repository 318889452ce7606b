package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/** Tells what one library's exceptions stand for, without its classes. Thread-safe. */
@FunctionalInterface
interface LibraryRule {
  /** The rule's opinion; null for none. */
  @Nullable Opinion of(Throwable failure);

  /** All are of one type. */
  static LibraryRule always(FailureType type) {
    Opinion opinion = Opinion.of(type);
    return failure -> opinion;
  }

  /** They carry another exception, or else are of this type. */
  static LibraryRule carrier(FailureType otherwise) {
    Opinion opinion = Opinion.unlessCause(otherwise);
    return failure -> opinion;
  }
}
