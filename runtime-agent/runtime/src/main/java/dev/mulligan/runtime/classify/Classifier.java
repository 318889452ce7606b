package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the failures of one class's methods: the application's classifiers first, then the
 * built-in rules. Thread-safe.
 */
public final class Classifier {
  private final @Nullable ClassLoader loader;
  private volatile @Nullable List<FailureClassifier> custom;

  /**
   * Creates a classifier.
   *
   * @param loader where the application's classifiers are looked up, at the first failure
   */
  public Classifier(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Classifies an exception.
   *
   * @param thrown the exception as the caller would see it
   * @return the classified failure; this method does not throw
   */
  public Failure classify(Throwable thrown) {
    Throwable peeled = Carriers.peel(thrown);
    if (!(peeled instanceof Error)) {
      for (FailureClassifier classifier : custom()) {
        try {
          Classification found = classifier.classify(peeled);
          if (found != null) {
            return new Failure(thrown, peeled, found.type(), found.retryAfter());
          }
        } catch (Throwable broken) {
          Suppressed.add(thrown, broken);
          return new Failure(thrown, peeled, FailureType.PERMANENT, null);
        }
      }
    }
    return new Failure(thrown, peeled, BuiltInRules.typeOf(peeled), null);
  }

  private List<FailureClassifier> custom() {
    List<FailureClassifier> found = custom;
    if (found == null) {
      found = load();
      custom = found;
    }
    return found;
  }

  private List<FailureClassifier> load() {
    List<FailureClassifier> found = new ArrayList<>();
    try {
      ServiceLoader.load(FailureClassifier.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      Log.warn("A failure classifier cannot be loaded: " + e.getMessage());
    }
    return List.copyOf(found);
  }
}
