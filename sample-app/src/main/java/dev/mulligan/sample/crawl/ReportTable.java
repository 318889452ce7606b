package dev.mulligan.sample.crawl;

import java.util.Locale;
import java.util.Map;

/** Lays a report out for the terminal. */
final class ReportTable {
  private final StringBuilder text = new StringBuilder();

  private ReportTable() {}

  /** The report as lines of a name and a number, details indented below their total. */
  static String of(String heading, CrawlReport report) {
    ReportTable table = new ReportTable();
    table.text.append(String.format("%n%s, %s%n", report.engine(), heading));
    table.row("pages", report.pages());
    table.row("  of a crawl without faults", report.expected());
    table.row("attempts", report.attempts());
    table.row("retries", report.retries());
    table.details(report.retriesByType());
    table.row("breaker trips", report.breakerTrips());
    table.details(report.breakerTripsByHost());
    table.row("dead letters", report.deadLetters());
    table.details(report.deadLettersByType());
    table.row("replayed", report.replayed());
    table.row("permanent", report.permanent());
    table.row("missing pages", report.missing());
    return table.text.append(System.lineSeparator()).toString();
  }

  private void details(Map<String, Long> counts) {
    counts.forEach((name, count) -> row("  " + name.toLowerCase(Locale.ROOT), count));
  }

  private void row(String name, long count) {
    text.append(String.format(Locale.ROOT, "  %-28s %,8d%n", name, count));
  }
}
