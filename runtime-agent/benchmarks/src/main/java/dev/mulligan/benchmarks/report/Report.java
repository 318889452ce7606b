package dev.mulligan.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills the performance page and draws its charts. */
final class Report {
  private Report() {}

  /**
   * Writes tables and charts.
   *
   * @param arguments the folder of the results, the page, the folder of the charts
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path measured = Path.of(arguments[0]);
    Results results = Results.read(measured);
    Page page = new Page(Path.of(arguments[1]));
    if (!results.starts().isEmpty()) {
      page.replace("start", results.starts().page());
    }
    if (!results.isEmpty()) {
      calls(results, page, Files.readString(measured.resolve("machine.txt")).strip());
      charts(new Charts(results, Path.of(arguments[2])));
    }
    page.save();
  }

  private static void calls(Results results, Page page, String machine) {
    Tables tables = new Tables(results);
    page.replace("machine", machine);
    page.replace("goals", tables.goals());
    page.replace("happy path", tables.cases(Case.HAPPY_PATH, true));
    page.replace("failed attempt", tables.cases(Case.FAILED_ATTEMPT, true));
    page.replace("refusal", tables.cases(Case.REFUSAL, false));
    page.replace("bulkhead", tables.cases(Case.BULKHEAD, false));
    page.replace("rate limit", tables.cases(Case.RATE_LIMIT, false));
    page.replace("parts", tables.cases(Case.PARTS, false));
    if (!results.waiters().isEmpty()) {
      page.replace("waiters", tables.waiters());
    }
  }

  private static void charts(Charts charts) throws IOException {
    charts.draw("happy-path.svg", "A call that succeeds", Case.HAPPY_PATH);
    charts.draw("failed-attempt.svg", "One failed attempt, without waiting", Case.FAILED_ATTEMPT);
    charts.draw("refusal.svg", "A call that an open breaker refuses", Case.REFUSAL);
    charts.draw("bulkhead.svg", "A call that finds a place in a bulkhead", Case.BULKHEAD);
    charts.draw("rate-limit.svg", "A call that finds a permit", Case.RATE_LIMIT);
  }
}
