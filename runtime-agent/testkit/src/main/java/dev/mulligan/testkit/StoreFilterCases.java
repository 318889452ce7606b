package dev.mulligan.testkit;

import static dev.mulligan.runtime.letter.LetterFilter.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A filter means the letters for which all its conditions hold. */
interface StoreFilterCases extends StoreCases {
  Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  /** Five letters that differ in everything that a filter can ask for. */
  private void keepFive() throws IOException {
    keep(
        LetterSample.of(1)
            .failed(NOON, NOON)
            .retainUntil(NOON.plusSeconds(10))
            .failure("Timeout after 100% of 5_s"));
    keep(
        LetterSample.of(2)
            .queue("mails")
            .type(FailureType.SYSTEM)
            .key(null)
            .failed(NOON, NOON.plusNanos(1)));
    keep(LetterSample.of(3).call("shop.Outer$Inner", "pay").key("ACME").argument("\"Über\"", ""));
    keep(LetterSample.of(4).call("shop.Mailer", "send").key("blank key").failure("gone"));
    keep(LetterSample.of(5).call("shop.Repayments", "repay").argument(null, "no route"));
    store().discard(LetterSample.id(4));
    store().settle(LetterSample.id(5), claim(5).status().token(), Settlement.REPLAYED);
  }

  @TestFactory
  default Stream<DynamicTest> conditionsMeanTheseLetters() throws IOException {
    keepFive();
    return Stream.of(
        means("everything", all(), 1, 2, 3, 4, 5),
        means("what waits", LetterFilter.waiting(), 1, 2, 3),
        means("what was replayed", all().state(LetterState.REPLAYED), 5),
        means("what was discarded", all().state(LetterState.DISCARDED), 4),
        means("a queue", all().queue("mails"), 2),
        means("a queue, by its exact name", all().queue("Mails")),
        means("a type", all().type(FailureType.SYSTEM), 2),
        means("a type that no letter has", all().type(FailureType.VALIDATION)),
        means("a call", all().callId("shop.Mailer.send(Order)"), 4),
        means("a part of a call's id, which is none", all().callId("shop.Mailer.send")),
        means("a method by its name", all().method("pay"), 1, 2, 3),
        means("a method of a class", all().method("Payments.pay"), 1, 2),
        means("a method by its full name", all().method("shop.Payments.pay"), 1, 2),
        means("a method of a nested class", all().method("Inner.pay"), 3),
        means("a method of a nested class, with the outer one", all().method("Outer$Inner.pay"), 3),
        means("a part of a class's name, which is none", all().method("ments.pay")),
        means("a part of a method's name, which is none", all().method("ay")),
        means("a key", all().key("acme"), 1, 5),
        means("a key with a blank", all().key("blank key"), 4),
        means("no key, which means any", all().key(null), 1, 2, 3, 4, 5),
        means("an empty key, which no letter has", all().key("")),
        means("a text in arguments", all().text("\"amounts\":[1,2]"), 1, 2, 4),
        means("a text in the failure", all().text("no route"), 2, 3, 5),
        means("a text in the key", all().text("blank k"), 4),
        means("a text whatever the case", all().text("TIMEOUT"), 1),
        means("a text whatever the case beyond ASCII", all().text("üBER"), 3),
        means("a text with a per cent sign", all().text("100% of"), 1),
        means("a per cent sign, which stands for itself", all().text("T%t")),
        means("an underscore, which stands for itself", all().text("5_s"), 1),
        means("an underscore, which stands for nothing else", all().text("n_ route")),
        means("a text in the note of an argument, which is not looked at", all().text("mail")),
        means("the earliest last failure", all().failedFrom(NOON), 1, 2),
        means("a nanosecond later", all().failedFrom(NOON.plusNanos(1)), 2),
        means("the first last failure too late", all().failedUntil(NOON), 3, 4, 5),
        means("a nanosecond later still", all().failedUntil(NOON.plusNanos(1)), 1, 3, 4, 5),
        means("a time between", all().failedFrom(NOON).failedUntil(NOON.plusNanos(1)), 1),
        means("no time between", all().failedFrom(NOON).failedUntil(NOON)),
        means("the end of retention", all().expiredAt(NOON.plusSeconds(10)), 1, 2, 3, 4, 5),
        means("just before it", all().expiredAt(NOON.plusSeconds(10).minusNanos(1)), 2, 3, 4, 5),
        means("nothing expired", all().expiredAt(LetterSample.START)),
        means("state and method", LetterFilter.waiting().method("repay")),
        means("method and type", all().method("pay").type(FailureType.NETWORK), 1, 3),
        means("method, key and text", all().method("pay").key("acme").text("tenant"), 1),
        means("all conditions together", everything(), 1),
        means("all conditions but one", everything().queue("mails")),
        means("all conditions but the text", everything().text("nowhere")),
        means("all conditions but the time", everything().failedUntil(NOON)));
  }

  private static LetterFilter everything() {
    return LetterFilter.waiting()
        .queue("orders")
        .type(FailureType.NETWORK)
        .callId("shop.Payments.pay(Order)")
        .method("Payments.pay")
        .key("acme")
        .text("timeout")
        .failedFrom(NOON)
        .failedUntil(NOON.plusSeconds(1))
        .expiredAt(NOON.plusSeconds(10));
  }

  private DynamicTest means(String name, LetterFilter filter, Integer... expected) {
    return dynamicTest(name, () -> assertEquals(List.of(expected), numbers(filter)));
  }

  @Test
  default void filtersSeeHowStatesChange() throws IOException {
    keep(3);
    assertEquals(List.of(1, 2, 3), numbers(LetterFilter.waiting()));

    store().discard(LetterSample.id(2));

    assertEquals(List.of(1, 3), numbers(LetterFilter.waiting()));
    assertEquals(List.of(2), numbers(all().state(LetterState.DISCARDED)));
  }

  @Test
  default void aClaimedLetterStillWaits() throws IOException {
    keep(1);
    claim(1);

    assertEquals(List.of(1), numbers(LetterFilter.waiting()));
  }
}
