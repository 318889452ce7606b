package dev.mulligan.testkit;

import dev.mulligan.runtime.policy.Durations;
import java.time.Duration;

/**
 * Something that happened in a test.
 *
 * @param at the virtual time since the test began
 * @param policy the policy, or the breaker
 * @param location class and method; of breakers their name
 * @param what a {@link Begun} or an event of the runtime
 */
record Moment(Duration at, String policy, String location, Object what) {
  String line() {
    String what = what() instanceof Begun begun ? begun(begun) : EventText.of(what());
    return String.format(
        "%10s  %s  %s", Durations.format(at), Selector.shown(policy, location), what);
  }

  private static String begun(Begun begun) {
    return begun.fault() instanceof Fault.Ok
        ? "attempt begins"
        : "attempt begins, injected: " + begun.fault().text();
  }
}
