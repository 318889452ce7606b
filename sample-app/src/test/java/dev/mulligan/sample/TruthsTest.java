package dev.mulligan.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.sample.crawl.CrawlReport;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TruthsTest {
  private static final List<String> PERMANENT = List.of("forbidden.html", "withdrawn.html");

  @Test
  void twoCompleteCrawlsThatAgreeAreInOrder() {
    assertThat(Truths.violations(complete("wrapper", PERMANENT), complete("agent", PERMANENT)))
        .isEmpty();
  }

  @Test
  void aMissingPageIsNamed() {
    CrawlReport lacking = report("agent", 99, 1, 30, 28, PERMANENT);

    assertThat(Truths.violations(complete("wrapper", PERMANENT), lacking))
        .contains("agent: 1 pages are missing", "agent: 99 pages arrived, but there are 100");
  }

  @Test
  void aLetterThatWasNeitherReplayedNorPermanentIsNoticed() {
    CrawlReport forgetful = report("wrapper", 100, 0, 30, 27, PERMANENT);

    assertThat(Truths.violations(forgetful, complete("agent", PERMANENT)))
        .containsExactly("wrapper: of 30 letters 2 are permanent, but 27 were replayed");
  }

  @Test
  void aRunWithoutFaultsProvesNothing() {
    CrawlReport idle = report("agent", 100, 0, 0, 0, List.of());

    assertThat(Truths.violations(complete("wrapper", PERMANENT), idle))
        .contains("agent: there was no dead letter", "agent: there was no permanent letter");
  }

  @Test
  void enginesThatDisagreeOnThePermanentLettersAreNoticed() {
    CrawlReport other = complete("agent", List.of("forbidden.html", "other.html"));

    assertThat(Truths.violations(complete("wrapper", PERMANENT), other))
        .hasSize(2)
        .anyMatch(text -> text.startsWith("agent: the permanent letters are"))
        .anyMatch(text -> text.startsWith("the engines disagree on the permanent letters"));
  }

  /** 30 letters, 2 of them permanent, 28 replayed. */
  private static CrawlReport complete(String engine, List<String> permanent) {
    return report(engine, 100, 0, 30, 28, permanent);
  }

  private static CrawlReport report(
      String engine,
      long pages,
      long missing,
      long letters,
      long replayed,
      List<String> permanent) {
    return new CrawlReport(
        engine,
        pages,
        100,
        missing,
        200,
        50,
        1,
        letters,
        permanent.size(),
        replayed,
        1.5,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        permanent,
        PERMANENT,
        "digest of " + pages + " pages");
  }
}
