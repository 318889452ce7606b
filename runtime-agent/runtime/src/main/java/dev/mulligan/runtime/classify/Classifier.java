package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import dev.mulligan.runtime.spi.FailureContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the failures of one class's methods. The first that has an opinion decides: the
 * application's classifiers, {@code @FailsAs}, the rules for libraries, the rules for the JDK.
 * Thread-safe.
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
   * Classifies an exception. If a classifier of the application throws, or the exception's own
   * {@code getCause}, the failure is permanent, and what was thrown is added to it as suppressed.
   *
   * @param thrown the exception as the caller would see it
   * @param context where it happened; asked for only if the application has classifiers
   * @return the classified failure; this method does not throw
   */
  public Failure classify(Throwable thrown, Supplier<FailureContext> context) {
    Throwable peeled = thrown;
    Classification found;
    try {
      peeled = Carriers.peel(thrown);
      found = decide(peeled, context);
    } catch (Throwable broken) {
      Suppressed.add(thrown, broken);
      found = Classification.of(FailureType.PERMANENT);
    }
    Duration hint = found.retryAfter();
    return new Failure(thrown, peeled, found.type(), hint == null ? ownHint(peeled) : hint);
  }

  /** When a refusal of Mulligan's own is worth another attempt; zero is no hint. */
  private static @Nullable Duration ownHint(Throwable failure) {
    Duration hint = null;
    if (failure instanceof CircuitOpenException open) {
      hint = open.retryAfter();
    } else if (failure instanceof RateLimitExceededException limited) {
      hint = limited.retryAfter();
    }
    return hint == null || hint.isZero() ? null : hint;
  }

  private Classification decide(Throwable peeled, Supplier<FailureContext> context) {
    Throwable failure = peeled;
    for (int i = 0; i < Carriers.DEEPEST; i++) {
      Classification own = failure instanceof Error ? null : custom(failure, context);
      own = own == null ? DeclaredTypes.of(failure) : own;
      if (own != null) {
        return own;
      }
      Opinion opinion = failure instanceof Error ? null : LibraryRules.of(failure);
      if (opinion == null) {
        return builtIn(peeled, failure);
      }
      Throwable cause = opinion.causeDecides() ? Carriers.cause(failure) : null;
      if (cause == null) {
        return opinion.classification();
      }
      failure = Carriers.peel(cause);
    }
    return builtIn(peeled, peeled);
  }

  /** An error stays an error inside a library's exception, whose own class would be retried. */
  private static Classification builtIn(Throwable peeled, Throwable failure) {
    FailureType type = BuiltInRules.typeOf(failure);
    boolean hiddenError = failure instanceof Error && failure != peeled;
    return Classification.of(hiddenError && type.isRetriable() ? FailureType.PERMANENT : type);
  }

  private @Nullable Classification custom(Throwable failure, Supplier<FailureContext> context) {
    List<FailureClassifier> classifiers = custom();
    if (classifiers.isEmpty()) {
      return null;
    }
    FailureContext known = context.get();
    for (FailureClassifier classifier : classifiers) {
      Classification found = classifier.classify(failure, known);
      if (found != null) {
        return found;
      }
    }
    return null;
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
    } catch (ServiceConfigurationError | LinkageError e) {
      Log.warn("A failure classifier cannot be loaded: " + e.getMessage());
    }
    return List.copyOf(found);
  }
}
