package dev.mulligan.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What agents add to the start of programs; the folder may have no such measurement. */
final class Starts {
  private static final double MEBI = 1 << 20;
  private static final List<Case> AGENTS =
      List.of(
          new Case("nothing", "an agent that does nothing"),
          new Case("mulligan", "Mulligan"),
          new Case("byteBuddy", "plain Byte Buddy"),
          new Case("openTelemetry", "OpenTelemetry"));
  private static final List<Case> PROGRAMS =
      List.of(
          new Case("hello", "no annotated class"),
          new Case("first", "one annotated class"),
          new Case("many", "200 annotated classes"),
          new Case("spring", "Spring Boot application"));

  private final JsonNode measured;

  Starts(JsonNode measured) {
    this.measured = measured;
  }

  boolean isEmpty() {
    return measured.isEmpty();
  }

  private List<String> goals() {
    double hello = over("hello", "mulligan");
    double first = over("first", "mulligan");
    double each = (over("many", "mulligan") - first) / 199;
    List<String> rows = new ArrayList<>();
    rows.add(atMost("start without annotated classes, over the bare JVM", hello, 40, " ms"));
    rows.add(
        atMost("start with the first annotated class, over the same without", first, 250, " ms"));
    rows.add(atMost("each of 199 further annotated classes", each, 1, " ms"));
    if (measured.has("spring")) {
      double bare = measured.path("spring").path("bare").doubleValue();
      double share = 100 * over("spring", "mulligan") / bare;
      double warm = measured.path("warm").path("median").doubleValue();
      String classes = String.format("%,d", measured.path("classes").longValue());
      rows.add(
          atMost("start of a Spring Boot application of " + classes + " classes", share, 5, " %"));
      rows.add(atMost("transformer, a class that is not woven, warm", warm, 5, " µs"));
    }
    double size = measured.path("jar").path("mulligan").doubleValue() / MEBI;
    rows.add(atMost("the agent's jar", size, 8, " MiB"));
    return rows;
  }

  private static String atMost(String what, double value, double limit, String unit) {
    return Goals.line(what, Goals.format(limit) + unit, Goals.format(value) + unit, value <= limit);
  }

  private double over(String program, String agent) {
    JsonNode times = measured.path(program);
    return times.path(agent).doubleValue() - times.path("bare").doubleValue();
  }

  /** Tells how it was measured, and writes tables of goals, of times, and of the transformer. */
  String page() {
    List<String> rows = new ArrayList<>();
    for (Case program : PROGRAMS) {
      JsonNode times = measured.path(program.name());
      if (!times.isEmpty()) {
        rows.add(row(program.label() + ", by the clock", times));
        rows.add(row(program.label() + ", processor time", times.path("processor")));
      }
    }
    return String.join(
            "\n\n",
            head(),
            Tables.table("| what was to be reached | limit | measured | reached |", goals()),
            Tables.table(columns(), rows),
            sizes())
        + transformer();
  }

  private String head() {
    return "Medians of %d starts of each, one after another in turn, on %s, JVM %s; load of the machine before: %s."
        .formatted(
            measured.path("rounds").intValue(),
            measured.path("cpu").asString("a processor that was not noted"),
            measured.path("jdk").stringValue(),
            Goals.format(measured.path("load").doubleValue()));
  }

  private static String columns() {
    StringBuilder columns = new StringBuilder("| program | bare JVM, ms |");
    AGENTS.forEach(agent -> columns.append(" ").append(agent.label()).append(", more |"));
    return columns.toString();
  }

  private static String row(String label, JsonNode times) {
    double bare = times.path("bare").doubleValue();
    StringBuilder row = new StringBuilder("| " + label + " | " + Math.round(bare) + " |");
    for (Case agent : AGENTS) {
      row.append(" %+d |".formatted(Math.round(times.path(agent.name()).doubleValue() - bare)));
    }
    return row.toString();
  }

  private String sizes() {
    JsonNode jar = measured.path("jar");
    return "Mulligan's jar has %s MiB, OpenTelemetry's %s MiB."
        .formatted(
            Goals.format(jar.path("mulligan").doubleValue() / MEBI),
            Goals.format(jar.path("openTelemetry").doubleValue() / MEBI));
  }

  private String transformer() {
    if (!measured.has("warm")) {
      return "";
    }
    String head =
        "| transformer, Spring Boot application | classes | changed | median, µs | 99 % within, µs"
            + " | all, ms |";
    return "\n\n"
        + Tables.table(
            head,
            List.of(
                transformer("while it starts", measured.path("cold")),
                transformer("warm, all class files of its libraries", measured.path("warm"))));
  }

  private static String transformer(String when, JsonNode times) {
    return "| %s | %,d | %d | %s | %s | %s |"
        .formatted(
            when,
            times.path("classes").longValue(),
            times.path("changed").longValue(),
            Goals.format(times.path("median").doubleValue()),
            Goals.format(times.path("late99").doubleValue()),
            Goals.format(times.path("sum").doubleValue() / 1000));
  }
}
