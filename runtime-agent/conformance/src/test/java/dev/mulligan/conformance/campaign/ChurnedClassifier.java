package dev.mulligan.conformance.campaign;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import org.jspecify.annotations.Nullable;

/** A service of the throw-away loader. */
public class ChurnedClassifier implements FailureClassifier {
  @Override
  public @Nullable Classification classify(Throwable failure) {
    return failure instanceof ChurnedException ? Classification.of(FailureType.TRANSIENT) : null;
  }
}
