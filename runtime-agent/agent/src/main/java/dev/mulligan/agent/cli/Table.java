package dev.mulligan.agent.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of the entries of an answer: as wide as they need, or as there is place for. */
final class Table {
  private static final int INDENT = 2;

  private final List<Column> columns;
  private final int width;

  /** A table as wide as it needs. */
  Table(String... columns) {
    this(Integer.MAX_VALUE, Arrays.stream(columns).map(Column::whole).toList());
  }

  /** A table that fits into lines of a width, unless its columns cannot become so narrow. */
  Table(int width, List<Column> columns) {
    this.width = width;
    this.columns = List.copyOf(columns);
  }

  void print(PrintWriter out, List<Map<?, ?>> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::name).toList());
    for (Map<?, ?> entry : entries) {
      rows.add(columns.stream().map(column -> cell(entry.get(column.name()))).toList());
    }
    TableFit fit = new TableFit(columns, rows, width - INDENT);
    rows.forEach(row -> print(out, row, fit));
  }

  private void print(PrintWriter out, List<String> row, TableFit fit) {
    StringBuilder line = new StringBuilder(" ".repeat(INDENT));
    List<String> more = List.of();
    int begin = INDENT;
    for (int i : fit.shown()) {
      int place = fit.width(i);
      List<String> lines = lines(row.get(i), columns.get(i), place);
      begin = Cells.width(line.toString());
      more = lines.subList(1, lines.size());
      line.append(Cells.pad(lines.get(0), place)).append(" ".repeat(TableFit.GAP));
    }
    out.println(line.toString().stripTrailing());
    for (String next : more) {
      out.println(" ".repeat(begin) + next);
    }
  }

  private static List<String> lines(String cell, Column column, int place) {
    return column.keepsEnd()
        ? List.of(Cells.cutBegin(cell, place))
        : Cells.wrap(cell, place, column.lines());
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    return Words.plain(
        value instanceof List<?> list
            ? String.join(", ", list.stream().map(String::valueOf).toList())
            : String.valueOf(value));
  }
}
