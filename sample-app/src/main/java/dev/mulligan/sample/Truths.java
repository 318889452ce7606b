package dev.mulligan.sample;

import dev.mulligan.sample.crawl.CrawlReport;
import java.util.ArrayList;
import java.util.List;

/** What must hold for the reports of both engines. */
final class Truths {
  private final List<String> violations = new ArrayList<>();

  private Truths() {}

  /** The truths that do not hold, as sentences; empty if all is well. */
  static List<String> violations(CrawlReport wrapper, CrawlReport agent) {
    Truths truths = new Truths();
    truths.ofOne(wrapper);
    truths.ofOne(agent);
    truths.ofBoth(wrapper, agent);
    return List.copyOf(truths.violations);
  }

  private void ofOne(CrawlReport report) {
    String engine = report.engine() + ": ";
    must(report.missing() == 0, engine + report.missing() + " pages are missing");
    must(
        report.pages() == report.expected(),
        engine + report.pages() + " pages arrived, but there are " + report.expected());
    must(report.deadLetters() > 0, engine + "there was no dead letter");
    must(report.permanent() > 0, engine + "there was no permanent letter");
    must(report.breakerTrips() > 0, engine + "no breaker tripped");
    must(report.retries() > 0, engine + "nothing was retried");
    must(
        report.permanentLetters().equals(report.failuresWithoutFaults()),
        "%sthe permanent letters are %s, but without faults these fail: %s"
            .formatted(engine, report.permanentLetters(), report.failuresWithoutFaults()));
    must(
        report.replayed() == report.deadLetters() - report.permanent(),
        "%sof %d letters %d are permanent, but %d were replayed"
            .formatted(engine, report.deadLetters(), report.permanent(), report.replayed()));
  }

  private void ofBoth(CrawlReport wrapper, CrawlReport agent) {
    must(
        wrapper.pageSetSha256().equals(agent.pageSetSha256()),
        "the engines brought different pages: %d and %d".formatted(wrapper.pages(), agent.pages()));
    must(
        wrapper.permanentLetters().equals(agent.permanentLetters()),
        "the engines disagree on the permanent letters: %s and %s"
            .formatted(wrapper.permanentLetters(), agent.permanentLetters()));
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
