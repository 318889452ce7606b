package dev.mulligan.runtime;

import dev.mulligan.runtime.breaker.Breakers;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.MulliganListener;
import org.jspecify.annotations.Nullable;

/** Mulligan in this JVM: its dead letters, breakers, configuration and events. Thread-safe. */
public final class Mulligan {
  private Mulligan() {}

  /**
   * Gives the dead letters. The store is opened at the first use, in the folder that {@code
   * mulligan.dir} names (by default {@code .mulligan} in the working directory).
   *
   * @return the dead letters of this process
   */
  public static DeadLetters deadLetters() {
    return Registry.deadLetters();
  }

  /**
   * Gives the circuit breakers.
   *
   * @return all breakers of this JVM
   */
  public static Breakers breakers() {
    return Registry.breakers();
  }

  /**
   * Listens to what happens to guarded calls.
   *
   * @param listener called on the thread of each call; what it throws is logged
   * @return closing it ends the listening
   */
  public static Subscription listen(MulliganListener listener) {
    Events.add(listener);
    return () -> Events.remove(listener);
  }

  /**
   * Sets a value of the configuration, stronger than system properties, environment and files.
   *
   * @param key the key, such as {@code mulligan.pay.retry.maxAttempts}
   * @param value the value, or null to take it back, so that the other sources count again
   * @throws IllegalArgumentException if the key is blank
   */
  public static void configure(String key, @Nullable String value) {
    Config.set(key, value);
  }
}
