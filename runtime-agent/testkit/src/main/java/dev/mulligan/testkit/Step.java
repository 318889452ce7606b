package dev.mulligan.testkit;

/**
 * One step of a plan. Immutable.
 *
 * @param times how many attempts it lasts; {@link #FOR_EVER} for all that come
 * @param percent the chance of the fault at each of them, 1 to 100; else the body runs
 * @param fault what happens
 */
record Step(int times, int percent, Fault fault) {
  static final int FOR_EVER = Integer.MAX_VALUE;
}
