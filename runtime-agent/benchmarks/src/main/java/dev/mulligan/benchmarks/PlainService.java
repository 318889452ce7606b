package dev.mulligan.benchmarks;

/** The work without any policy: what every other benchmark adds to. */
public class PlainService {
  private int offset = 42;

  /**
   * Does next to nothing, and writes nothing: a chain of writes would hide what is added.
   *
   * @param input a number
   * @return a number
   */
  public int call(int input) {
    return offset + input;
  }
}
