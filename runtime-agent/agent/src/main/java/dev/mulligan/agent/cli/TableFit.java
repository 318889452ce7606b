package dev.mulligan.agent.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which columns of a table are shown, and how wide. Where not even the narrowest columns have
 * place, those go first that say the same in every row, and then others that can be done without.
 * What place is left is shared.
 */
final class TableFit {
  /** Between two columns. */
  static final int GAP = 2;

  private final List<Column> columns;
  private final List<List<String>> rows;
  private final List<Integer> shown = new ArrayList<>();
  private final int[] widths;

  /**
   * Fits a table in.
   *
   * @param rows the cells, the names of the columns first
   * @param place for all columns and the gaps between them, in characters
   */
  TableFit(List<Column> columns, List<List<String>> rows, int place) {
    this.columns = columns;
    this.rows = rows;
    this.widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] = rows.stream().mapToInt(row -> Cells.width(row.get(column))).max().orElse(0);
      shown.add(i);
    }
    leaveOut(place, true);
    leaveOut(place, false);
    narrow(place);
  }

  /** The columns that are shown. */
  List<Integer> shown() {
    return List.copyOf(shown);
  }

  int width(int column) {
    return widths[column];
  }

  private void leaveOut(int place, boolean onlyUniform) {
    List<Integer> candidates =
        shown.stream()
            .filter(i -> columns.get(i).dispensable() > 0)
            .filter(i -> !onlyUniform || isUniform(i))
            .sorted(Comparator.comparingInt(i -> columns.get(i).dispensable()))
            .toList();
    for (Integer candidate : candidates) {
      if (narrowest() > place) {
        shown.remove(candidate);
      }
    }
  }

  private boolean isUniform(int column) {
    return rows.stream().skip(1).map(row -> row.get(column)).distinct().count() <= 1;
  }

  private int narrowest() {
    return gaps() + shown.stream().mapToInt(this::least).sum();
  }

  private int least(int column) {
    int name = Cells.width(columns.get(column).name());
    return Math.min(widths[column], Math.max(name, columns.get(column).least()));
  }

  private int gaps() {
    return GAP * (shown.size() - 1);
  }

  /** One character at a time, from the column that has most for its weight. */
  private void narrow(int place) {
    int excess = gaps() + shown.stream().mapToInt(this::width).sum() - place;
    while (excess > 0) {
      int widest =
          shown.stream()
              .filter(i -> widths[i] > least(i))
              .max(Comparator.comparingDouble(i -> (double) widths[i] / columns.get(i).weight()))
              .orElse(-1);
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }
}
