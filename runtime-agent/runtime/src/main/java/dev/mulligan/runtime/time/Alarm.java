package dev.mulligan.runtime.time;

/** Something that is to happen later, and can still be called off. Thread-safe. */
@FunctionalInterface
public interface Alarm {
  /** Calls it off; without effect once it has begun. */
  void cancel();
}
