package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;

/**
 * What a rule says of a library's exception.
 *
 * @param classification what it stands for
 * @param causeDecides whether its cause, where there is one, tells better
 */
record Opinion(Classification classification, boolean causeDecides) {
  static Opinion of(Classification classification) {
    return new Opinion(classification, false);
  }

  static Opinion of(FailureType type) {
    return of(Classification.of(type));
  }

  /** The exception carries another one; the type is for those that came without. */
  static Opinion unlessCause(FailureType type) {
    return new Opinion(Classification.of(type), true);
  }
}
