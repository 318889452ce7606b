package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailsAs;
import dev.mulligan.runtime.spi.Classification;
import org.jspecify.annotations.Nullable;

/**
 * What exception classes declare of themselves by {@link FailsAs}. The JDK keeps the annotations of
 * a class with the class, so nothing is cached here.
 */
final class DeclaredTypes {
  private DeclaredTypes() {}

  static @Nullable Classification of(Throwable failure) {
    try {
      FailsAs declared = failure.getClass().getAnnotation(FailsAs.class);
      return declared == null ? null : Classification.of(declared.value());
    } catch (RuntimeException | LinkageError unreadable) {
      return null;
    }
  }
}
