package dev.mulligan.runtime;

import dev.mulligan.runtime.breaker.Breakers;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.count.CounterSnapshot;
import dev.mulligan.runtime.count.ObservedSnapshot;
import dev.mulligan.runtime.guard.CodeGuardBuilder;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.guard.Shutdown;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.policy.BulkheadPolicyBuilder;
import dev.mulligan.runtime.policy.CircuitBreakerPolicyBuilder;
import dev.mulligan.runtime.policy.RateLimitPolicyBuilder;
import dev.mulligan.runtime.policy.RetryPolicyBuilder;
import dev.mulligan.runtime.policy.TimeoutPolicyBuilder;
import dev.mulligan.runtime.spi.MulliganListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
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
   * Gives the switches that turn guards off and on.
   *
   * @return the switches of this JVM
   */
  public static Switches switches() {
    return Switches.INSTANCE;
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
   * Starts a guard for blocks of code, with a retry policy.
   *
   * @param settings sets what differs from the defaults of {@code @Retry}, for example {@code r ->
   *     r.maxAttempts(5)}
   * @return a builder, to which further policies can be added
   */
  public static CodeGuardBuilder retry(Consumer<RetryPolicyBuilder> settings) {
    return new CodeGuardBuilder().retry(settings);
  }

  /**
   * Starts a guard for blocks of code, with a circuit breaker.
   *
   * @param settings sets what differs from the defaults of {@code @CircuitBreaker}
   * @return a builder, to which further policies can be added
   */
  public static CodeGuardBuilder circuitBreaker(Consumer<CircuitBreakerPolicyBuilder> settings) {
    return new CodeGuardBuilder().circuitBreaker(settings);
  }

  /**
   * Starts a guard for blocks of code, with a limit for the time of each attempt.
   *
   * @param settings sets {@code value}, and what differs from the defaults of {@code @Timeout}
   * @return a builder, to which further policies can be added
   */
  public static CodeGuardBuilder timeout(Consumer<TimeoutPolicyBuilder> settings) {
    return new CodeGuardBuilder().timeout(settings);
  }

  /**
   * Starts a guard for blocks of code, with a limit of concurrent attempts.
   *
   * @param settings sets {@code value}, and what differs from the defaults of {@code @Bulkhead}
   * @return a builder, to which further policies can be added
   */
  public static CodeGuardBuilder bulkhead(Consumer<BulkheadPolicyBuilder> settings) {
    return new CodeGuardBuilder().bulkhead(settings);
  }

  /**
   * Starts a guard for blocks of code, with a limit of attempts in a stretch of time.
   *
   * @param settings sets {@code permits}, and what differs from the defaults of {@code @RateLimit}
   * @return a builder, to which further policies can be added
   */
  public static CodeGuardBuilder rateLimit(Consumer<RateLimitPolicyBuilder> settings) {
    return new CodeGuardBuilder().rateLimit(settings);
  }

  /**
   * Prepares for the end of the process: calls that wait for another attempt are woken and end with
   * their last failure, and those that have dead letters are kept with the reason {@code SHUTDOWN}.
   * Calls go on being made, but what fails from now on is not attempted again, and no breaker
   * counts it.
   *
   * <p>When the JVM ends, this happens by itself, with the limit that {@code
   * mulligan.shutdown.wait} gives: two seconds; zero for not at all. Not so in an application that
   * can be unloaded while its JVM goes on and that brings the runtime along, such as a WAR: it
   * calls this method when it ends.
   *
   * @param limit how long to wait until the woken calls have ended; zero does not wait
   * @return true if all of them have ended in time
   */
  public static boolean shutdown(Duration limit) {
    return Shutdown.begin(limit);
  }

  /**
   * Counts what happened to guarded calls since their methods were first called. Successes are
   * counted where {@code mulligan.counters = all}, because they cost the happy path a counter.
   *
   * @return a snapshot a guarded method, by policy and method
   */
  public static List<CounterSnapshot> counters() {
    return Registry.counters().list();
  }

  /**
   * Counts what the policies that only observe ({@code mulligan.mode = observe}) would have done.
   *
   * @return a snapshot a guarded method that saw anything, by policy and method
   */
  public static List<ObservedSnapshot> observations() {
    return Registry.counters().observations();
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

  /**
   * Reads a value of the configuration: what was set by {@link #configure}, else the system
   * property, the environment, the file that {@code mulligan.config} names, or {@code
   * mulligan.properties} on the class path. For stores and other extensions that have settings.
   *
   * @param key the key, such as {@code mulligan.store.url}; no longer reported as unknown
   * @return the value as it is now, or null if it is set nowhere
   */
  public static @Nullable String configured(String key) {
    KnownKeys.add(key);
    return Config.of(null).get(key);
  }
}
