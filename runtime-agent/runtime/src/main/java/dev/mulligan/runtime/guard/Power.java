package dev.mulligan.runtime.guard;

/**
 * Whether a guard is on at this moment, for calls that are under way: their plan is the one they
 * began with. Thread-safe.
 */
final class Power {
  private volatile boolean off;

  boolean isOff() {
    return off;
  }

  void off(boolean now) {
    off = now;
  }
}
