package dev.mulligan.benchmarks;

/** The work without any policy: what every other benchmark adds to. */
public class PlainService {
  private int state = 42;

  /**
   * Does next to nothing, which is the hardest to add little to.
   *
   * @param input changes the result
   * @return a number
   */
  public int call(int input) {
    state ^= input;
    return state;
  }
}
