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
    Tables tables = new Tables(results);
    Page page = new Page(Path.of(arguments[1]));
    page.replace("machine", Files.readString(measured.resolve("machine.txt")).strip());
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
    page.save();
    Charts charts = new Charts(results, Path.of(arguments[2]));
    charts.draw("happy-path.svg", "A call that succeeds", Case.HAPPY_PATH);
    charts.draw("failed-attempt.svg", "One failed attempt, without waiting", Case.FAILED_ATTEMPT);
    charts.draw("refusal.svg", "A call that an open breaker refuses", Case.REFUSAL);
    charts.draw("bulkhead.svg", "A call that finds a place in a bulkhead", Case.BULKHEAD);
    charts.draw("rate-limit.svg", "A call that finds a permit", Case.RATE_LIMIT);
  }
}
