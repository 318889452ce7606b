package dev.mulligan.testkit;

import dev.mulligan.runtime.event.MulliganEvent;
import java.util.List;

/**
 * What was attempted in a test. Thread-safe; read it when the calls are over.
 *
 * <p>Every attempt that the policies let through is seen when it begins, the successful ones
 * included. Failures, delays, refusals and ends are seen by the events of the runtime. An attempt
 * that succeeds at once has no event, so one that still runs looks the same; and an {@link Error}
 * that leaves no room to handle it, such as {@link OutOfMemoryError}, has none either. Methods
 * without a policy are not seen.
 */
public final class Attempts {
  private final Timeline timeline;

  Attempts(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Chooses a method or a policy.
   *
   * @param name a method, {@code Class.method} with or without its package, a policy, a breaker;
   *     overloads and several calls are taken together
   * @return its attempts, those still to come included
   */
  public MethodAttempts of(String name) {
    return new MethodAttempts(timeline, new Selector(name));
  }

  /**
   * Chooses all methods.
   *
   * @return all attempts together
   */
  public MethodAttempts all() {
    return new MethodAttempts(timeline, Selector.ALL);
  }

  /**
   * Lists the events of the runtime.
   *
   * @return the events so far, in order
   */
  public List<MulliganEvent> events() {
    return timeline.moments().stream()
        .map(Moment::what)
        .filter(MulliganEvent.class::isInstance)
        .map(MulliganEvent.class::cast)
        .toList();
  }

  /** Tells all that happened, with virtual times. */
  @Override
  public String toString() {
    return timeline.text();
  }
}
