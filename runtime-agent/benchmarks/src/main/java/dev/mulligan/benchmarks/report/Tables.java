package dev.mulligan.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Markdown tables of measured numbers. */
final class Tables {
  private final Results results;

  Tables(Results results) {
    this.results = results;
  }

  String goals() {
    return table(
        "| what was to be reached | limit | measured, agent and wrapper | reached |",
        new Goals(results).rows());
  }

  /** What each case costs, and how much more than the first one. */
  String cases(List<Case> cases, boolean overFirst) {
    String more = overFirst ? " more than the first |" : "";
    double first = results.nanos(cases.get(0).name(), 1);
    return table(
        "| what | 1 thread, ns |" + more + " allocated, B | 2 threads, ns |",
        cases.stream().map(one -> row(one, overFirst, first)).toList());
  }

  private String row(Case one, boolean overFirst, double first) {
    Result result = results.of(one.name(), 1);
    double more = result.score() - first;
    String difference =
        !overFirst
            ? ""
            : more == 0 ? " |" : " " + (more > 0 ? "+" : "") + Goals.format(more) + " |";
    String range = " (" + Goals.format(result.least()) + " to " + Goals.format(result.most()) + ")";
    return "| "
        + one.label()
        + " | "
        + Goals.format(result.score())
        + range
        + " |"
        + difference
        + " "
        + bytes(result.bytes())
        + " | "
        + (results.has(one.name(), 2) ? Goals.format(results.nanos(one.name(), 2)) : "")
        + " |";
  }

  private static String bytes(double bytes) {
    return Double.isNaN(bytes) ? "" : Long.toString(Math.round(bytes));
  }

  String waiters() {
    JsonNode waiters = results.waiters();
    return table(
        "| 100,000 virtual threads | 99 % wake within, ms | the latest, ms | heap each, B |",
        List.of(
            waiter("that sleep", waiters.path("bare")),
            waiter("in backoff, woven", waiters.path("guarded"))));
  }

  private static String waiter(String what, JsonNode measured) {
    return List.of("late99", "lateMost", "bytes").stream()
        .map(name -> Goals.format(measured.path(name).doubleValue()))
        .collect(Collectors.joining(" | ", "| " + what + " | ", " |"));
  }

  static String table(String head, List<String> rows) {
    return head + "\n" + head.replaceAll("[^|]+", "---") + "\n" + String.join("\n", rows);
  }
}
