package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every field comes back as it was given. */
interface StoreRoundTripCases extends StoreCases {
  /** Appends, finds and lists. */
  default void assertKept(LetterSample sample) throws IOException {
    Letter letter = sample.letter();
    assertEquals(letter, store().append(letter, LIMIT));
    assertEquals(letter, store().find(letter.id()).orElseThrow());
  }

  @Test
  default void aLetterIsFoundAsItWasGiven() throws IOException {
    assertKept(LetterSample.of(1));
  }

  @TestFactory
  default Stream<DynamicTest> oddTextsComeBackUnchanged() {
    List<Map.Entry<String, String>> odd =
        List.of(
            Map.entry("quotes", "it's \"quoted\" and \\escaped\\"),
            Map.entry("lines", "one\ntwo\r\nthree\ttabbed"),
            Map.entry("blanks", "  around  "),
            Map.entry("beyond ASCII", "Grüße, 日本語, Ελληνικά"),
            Map.entry("beyond 16 bits", "😀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢"),
            Map.entry("right to left", "שלום \u202ereversed\u202c"),
            Map.entry("combined", "e\u0301 is not é"),
            Map.entry("like JSON", "{\"op\":\"letter\",\"id\":null}"),
            Map.entry("like SQL", "'; DROP TABLE letters; --"),
            Map.entry("wildcards", "100%_of*them?"),
            Map.entry("markup", "<b>&amp;</b>"),
            Map.entry("line separators", "a\u2028b\u2029c\u0085d"));
    return odd.stream()
        .map(
            text ->
                dynamicTest(
                    text.getKey(),
                    () ->
                        assertKept(
                            everywhere(LetterSample.of(odd.indexOf(text)), text.getValue()))));
  }

  private static LetterSample everywhere(LetterSample sample, String text) {
    LetterAttempt attempt =
        new LetterAttempt(1, LetterSample.START, Duration.ZERO, FailureType.SYSTEM, text);
    return sample
        .queue(text)
        .key(text)
        .failure(text)
        .argument(null, text)
        .attempts(List.of(attempt))
        .origin(new LetterOrigin(text, text, text, text, Map.of(text, text)));
  }

  @Test
  default void controlCharactersInTheFailureComeBack() throws IOException {
    assertKept(LetterSample.of(1).failure("nul \u0000, bell \u0007, escape \u001b[31m"));
  }

  @Test
  default void controlCharactersInAnArgumentComeBack() throws IOException {
    assertKept(LetterSample.of(1).argument("\"nul \\u0000, bell \\u0007\"", ""));
  }

  @TestFactory
  default Stream<DynamicTest> everyReasonComesBack() {
    return Stream.of(LetterReason.values())
        .map(
            reason ->
                dynamicTest(
                    reason.name(),
                    () -> assertKept(LetterSample.of(reason.ordinal()).reason(reason))));
  }

  @TestFactory
  default Stream<DynamicTest> everyTypeOfFailureComesBack() {
    return Stream.of(FailureType.values())
        .map(
            type ->
                dynamicTest(
                    type.name(), () -> assertKept(LetterSample.of(type.ordinal()).type(type))));
  }

  @TestFactory
  default Stream<DynamicTest> everyStateComesBack() {
    return Stream.of(LetterState.values())
        .map(
            state ->
                dynamicTest(
                    state.name(),
                    () ->
                        assertKept(
                            LetterSample.of(state.ordinal())
                                .status(new LetterStatus(state, 3, 2, 7, null, null)))));
  }

  @Test
  default void noKeyComesBackAsNoKey() throws IOException {
    keep(LetterSample.of(1).key(null));

    assertNull(read(1).key());
  }

  @Test
  default void anEmptyKeyIsNotNoKey() throws IOException {
    keep(LetterSample.of(1).key(""));

    assertEquals("", read(1).key());
  }

  @Test
  default void aLongFailureComesBack() throws IOException {
    assertKept(LetterSample.of(1).failure("deep: " + "\tat a.b.C.d(C.java:1)\n".repeat(10_000)));
  }

  @Test
  default void aLongArgumentComesBack() throws IOException {
    assertKept(LetterSample.of(1).argument("\"" + "ä1".repeat(500_000) + "\"", ""));
  }

  @Test
  default void a255ArgumentsComeBackInOrder() throws IOException {
    List<LetterArgument> arguments = new ArrayList<>();
    for (int i = 0; i < 255; i++) {
      arguments.add(new LetterArgument("arg" + i, "int", String.valueOf(i), ""));
    }
    assertKept(LetterSample.of(1).arguments(arguments));
  }

  @Test
  default void aCallWithoutArgumentsIsKept() throws IOException {
    assertKept(LetterSample.of(1).arguments(List.of()));
  }

  @Test
  default void aRedactedArgumentStaysRedacted() throws IOException {
    assertKept(LetterSample.of(1).argument(null, "redacted"));

    assertFalse(read(1).replayable());
  }

  @Test
  default void anArgumentThatIsNullIsNotAMissingOne() throws IOException {
    assertKept(LetterSample.of(1).argument("null", ""));
  }

  @Test
  default void longNumbersKeepAllTheirDigits() throws IOException {
    assertKept(LetterSample.of(1).argument("[9223372036854775807,12345678901234567890123]", ""));
  }

  @Test
  default void nestedArgumentsComeBack() throws IOException {
    assertKept(LetterSample.of(1).argument("[".repeat(100) + "]".repeat(100), ""));
  }

  @Test
  default void timesKeepTheirNanoseconds() throws IOException {
    Instant first = Instant.parse("2030-01-01T00:00:00.000000001Z");
    Instant last = Instant.parse("2030-01-01T00:00:00.999999999Z");
    assertKept(LetterSample.of(1).failed(first, last).retainUntil(last.plusNanos(2)));
  }

  @Test
  default void timesFarAwayComeBack() throws IOException {
    Instant early = Instant.parse("1969-12-31T23:59:59.5Z");
    Instant late = Instant.parse("9999-12-31T23:59:59.999999999Z");
    assertKept(LetterSample.of(1).failed(early, early).retainUntil(late));
  }

  @Test
  default void twentyAttemptsComeBackInOrder() throws IOException {
    List<LetterAttempt> attempts =
        IntStream.rangeClosed(81, 100)
            .mapToObj(
                n ->
                    new LetterAttempt(
                        n,
                        LetterSample.START.plusNanos(n),
                        Duration.ofNanos(1_000_000_007L * n),
                        FailureType.values()[n % FailureType.values().length],
                        "attempt " + n))
            .toList();
    assertKept(LetterSample.of(1).attempts(attempts));
  }

  @Test
  default void aCallWithoutAttemptsIsKept() throws IOException {
    assertKept(LetterSample.of(1).reason(LetterReason.REFUSED).attempts(List.of()));
  }

  @Test
  default void theContextComesBack() throws IOException {
    Map<String, String> context = Map.of("user", "u-1", "request", "", "a.b", "c=d");
    assertKept(LetterSample.of(1).origin(new LetterOrigin("t", "h", "", "0af7", context)));
  }
}
