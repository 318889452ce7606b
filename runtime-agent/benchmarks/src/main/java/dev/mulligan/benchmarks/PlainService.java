package dev.mulligan.benchmarks;

/** The work without any policy: what every other benchmark adds to. */
public class PlainService {
  private int offset = 42;
  private int flakyCalls;

  /**
   * Does next to nothing, and writes nothing: a chain of writes would hide what is added.
   *
   * @param input a number
   * @return a number
   */
  public int call(int input) {
    return offset + input;
  }

  /**
   * Fails at every other attempt.
   *
   * @param input a number
   * @return a number
   */
  public int flaky(int input) {
    if ((flakyCalls++ & 1) == 0) {
      throw Trouble.INSTANCE;
    }
    return offset + input;
  }
}
