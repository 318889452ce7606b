package dev.mulligan.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpellcheckTest {
  private static final Set<String> RETRY = Set.of("maxAttempts", "delay");
  private static final Set<String> BREAKER = Set.of("failureRate");

  private final Set<String> keys = new TreeSet<>();
  private final Set<String> variables = new TreeSet<>();
  private final List<String> log = new ArrayList<>();
  private final Spellcheck check =
      new Spellcheck(() -> keys, () -> keys.size(), variables, log::add);
  private VirtualTime time;

  @BeforeEach
  void stopTheClock() {
    time = VirtualTime.install();
    check.add("mulligan.enabled");
    check.add("mulligan.dir");
  }

  @AfterEach
  void releaseTheClock() {
    time.close();
  }

  @Test
  void whatIsKnownIsNoProblem() {
    check.add("pay", "Retry", RETRY);
    check.add("Bank.refund-all", "CircuitBreaker", BREAKER);
    keys.addAll(
        List.of(
            "mulligan.dir",
            "mulligan.pay.retry.delay",
            "mulligan.Bank.refund-all.circuitBreaker.failureRate"));
    variables.addAll(
        List.of(
            "PATH",
            "MULLIGAN_DIR",
            "MULLIGAN_PAY_RETRY_MAXATTEMPTS",
            "MULLIGAN_BANK_REFUND_ALL_CIRCUITBREAKER_FAILURERATE"));
    assertThat(check.problems()).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    check.add("pay", "Retry", RETRY);
    check.add("pay", "CircuitBreaker", BREAKER);
    check.add("book", "Retry", RETRY);
    keys.addAll(
        List.of(
            "mulligan.dri",
            "mulligan.pay.circiutBreaker.failureRate",
            "mulligan.pay.maxAttempts",
            "mulligan.pay.retry.maxAtempts",
            "mulligan.pya.retry.maxAttempts"));
    variables.addAll(List.of("MULLIGAN_PAY_RETRY_MAXATEMPTS", "MULLIGAN_BOOKS_RETRY_DELAY"));

    assertThat(check.problems())
        .containsExactly(
            "Nothing is called mulligan.dri; did you mean mulligan.dir?",
            "Nothing is called mulligan.pay.circiutBreaker.failureRate; did you mean"
                + " mulligan.pay.circuitBreaker.failureRate?",
            "Nothing is called mulligan.pay.maxAttempts; did you mean"
                + " mulligan.pay.retry.maxAttempts?",
            "Nothing is called mulligan.pay.retry.maxAtempts; did you mean"
                + " mulligan.pay.retry.maxAttempts?",
            "Nothing is called mulligan.pya.retry.maxAttempts; did you mean"
                + " mulligan.pay.retry.maxAttempts?",
            "Nothing is called MULLIGAN_BOOKS_RETRY_DELAY; did you mean"
                + " MULLIGAN_BOOK_RETRY_DELAY?",
            "Nothing is called MULLIGAN_PAY_RETRY_MAXATEMPTS; did you mean"
                + " MULLIGAN_PAY_RETRY_MAXATTEMPTS?");
  }

  @Test
  void oddNamesAreAnsweredToo() {
    keys.addAll(List.of("mulligan.", "mulligan..", "mulligan...", "mulligan.a.b"));
    variables.add("MULLIGAN_");
    assertThat(check.problems()).hasSize(5);
    check.add("", "Retry", RETRY);
    assertThat(check.problems()).hasSize(5);
  }

  @Test
  void whatIsCertainlyWrongIsReportedAtOnceAndOnce() {
    check.add("pay", "Retry", RETRY);
    keys.addAll(
        List.of(
            "mulligan.dri",
            "mulligan.pay.retyr.maxAttempts",
            "mulligan.pay.maxAttempts",
            "mulligan.pay.retry.maxAtempts"));

    assertThat(check.reportSure()).isFalse();
    assertThat(log).hasSize(4);
    check.reportSure();
    time.advance(Duration.ofSeconds(30));
    check.reportLate();
    assertThat(log).hasSize(4);
  }

  @Test
  void whatALaterGuardMayKnowIsGivenThirtySeconds() {
    keys.addAll(
        List.of(
            "mulligan.book.retry.delay",
            "mulligan.pay.circuitBreaker.failureRate",
            "mulligan.pay.deadLetter.queue"));
    check.reportLate();
    check.add("pay", "Retry", RETRY);
    assertThat(check.reportSure()).isTrue();

    time.advance(Duration.ofSeconds(29));
    check.add("book", "Retry", RETRY);
    check.add("pay", "CircuitBreaker", BREAKER);
    check.reportChanged();
    check.reportLate();
    assertThat(log).isEmpty();

    time.advance(Duration.ofSeconds(1));
    check.reportLate();
    assertThat(log)
        .singleElement()
        .asString()
        .startsWith("Nothing is called mulligan.pay.deadLetter.queue; did you mean mulligan.pay.");
  }

  @Test
  void afterThatAChangeIsAnsweredAtOnce() {
    check.add("pay", "Retry", RETRY);
    time.advance(Duration.ofSeconds(30));
    check.reportLate();
    keys.add("mulligan.pya.retry.delay");
    check.reportLate();
    assertThat(log).isEmpty();

    check.reportChanged();
    assertThat(log)
        .containsExactly(
            "Nothing is called mulligan.pya.retry.delay; did you mean mulligan.pay.retry.delay?");
  }
}
