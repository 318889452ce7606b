package dev.mulligan.agent.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of the entries of an answer, as wide as they need. */
final class Table {
  private final List<String> columns;

  Table(String... columns) {
    this.columns = List.of(columns);
  }

  void print(PrintWriter out, List<Map<?, ?>> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns);
    for (Map<?, ?> entry : entries) {
      rows.add(columns.stream().map(column -> cell(entry.get(column))).toList());
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int i = 0; i < columns.size(); i++) {
        int width = width(rows, i);
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(width - cell.length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
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
