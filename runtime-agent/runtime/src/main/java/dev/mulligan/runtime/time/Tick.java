package dev.mulligan.runtime.time;

/** Something short that is done again and again; never user code. */
@FunctionalInterface
public interface Tick {
  /**
   * Does it.
   *
   * @param now the monotonic clock, in nanoseconds
   */
  void tick(long now);
}
