package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.breaker.Breakers;
import dev.mulligan.runtime.count.Counters;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;

/** What all guards of the JVM share. Thread-safe. */
public final class Registry {
  private static final Breakers BREAKERS = new Breakers();
  private static final Counters COUNTERS = new Counters();
  private static final DeadLetterOffice DEAD_LETTERS =
      new DeadLetterOffice(() -> new Stores(Registry.class.getClassLoader()).open());

  private Registry() {}

  /**
   * Gives the circuit breakers.
   *
   * @return the only instance
   */
  public static Breakers breakers() {
    return BREAKERS;
  }

  /**
   * Gives the dead letters.
   *
   * @return the only instance
   */
  public static DeadLetterOffice deadLetters() {
    return DEAD_LETTERS;
  }

  /**
   * Gives the counters of all guarded methods.
   *
   * @return the only instance
   */
  public static Counters counters() {
    return COUNTERS;
  }

  /** The agent says so by a property, because it must not load this class before {@code main}. */
  static boolean isAgentPresent() {
    return System.getProperty("mulligan.agent") != null;
  }
}
