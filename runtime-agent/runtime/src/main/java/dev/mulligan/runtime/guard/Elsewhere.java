package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.spi.ContextCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What the attempts of one method need that do not run on their caller's thread, and what is left
 * behind by those that were given up. Thread-safe.
 */
final class Elsewhere {
  private final GuardedMethod method;
  private final @Nullable Places places;
  private final PolicyCounters counters;
  private volatile @Nullable List<ContextCarrier> carriers;

  /**
   * Creates it.
   *
   * @param method in whose class loader the application's carriers are looked up, at the first
   *     attempt
   * @param places the bulkhead within a timeout, or null
   * @param counters where attempts are noted that run on after their callers went away
   */
  Elsewhere(GuardedMethod method, @Nullable Places places, PolicyCounters counters) {
    this.counters = counters;
    this.method = method;
    this.places = places;
  }

  Carried capture() {
    List<ContextCarrier> found = carriers;
    if (found == null) {
      found = load();
      carriers = found;
    }
    return Carried.capture(found, method.log());
  }

  /** The bulkhead that is asked within the limit of an attempt, and left when the body ends. */
  @Nullable Places places() {
    return places;
  }

  PolicyCounters counters() {
    return counters;
  }

  private List<ContextCarrier> load() {
    List<ContextCarrier> found = new ArrayList<>();
    try {
      ServiceLoader.load(ContextCarrier.class, method.declaring().getClassLoader())
          .forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      method.log().warn("A context carrier cannot be loaded", e);
    }
    return List.copyOf(found);
  }
}
