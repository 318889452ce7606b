package dev.mulligan.agent.cli;

/**
 * A column of a table.
 *
 * @param name its name, which is also its key in the entries
 * @param least how narrow it may become, in characters; more than it needs if it is never cut
 * @param weight of two columns that may be cut, the one with twice the weight stays twice as wide
 * @param lines how many lines a cell may have
 * @param keepsEnd whether a cell that is cut loses its beginning
 * @param dispensable whether it is left out where there is no place for it, 1 first; 0 for never
 */
record Column(String name, int least, int weight, int lines, boolean keepsEnd, int dispensable) {
  /** A column that is there as it is. */
  static Column whole(String name) {
    return new Column(name, Integer.MAX_VALUE, 1, 1, false, 0);
  }

  /** A column whose cells are cut where they are too long. */
  static Column cut(String name, int least) {
    return new Column(name, least, 1, 1, false, 0);
  }

  /** The same column, which gives way less. */
  Column weight(int more) {
    return new Column(name, least, more, lines, keepsEnd, dispensable);
  }

  /** The same column, with cells that go on in the next line. Only for the last column. */
  Column lines(int most) {
    return new Column(name, least, weight, most, keepsEnd, dispensable);
  }

  /** The same column, whose cells lose their beginning where they are too long. */
  Column keepingEnd() {
    return new Column(name, least, weight, lines, true, dispensable);
  }

  /** The same column, which may be left out. */
  Column dispensable(int rank) {
    return new Column(name, least, weight, lines, keepsEnd, rank);
  }
}
