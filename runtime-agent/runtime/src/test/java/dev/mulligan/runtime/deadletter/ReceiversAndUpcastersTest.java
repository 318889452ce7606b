package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.replay.LettersInMemory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On what a letter is replayed, and by which call, when neither is as it was. */
class ReceiversAndUpcastersTest {
  private static final String CONSTRUCT = "mulligan.replay.construct";
  private static final String NAME = Till.class.getName();
  private static final String BOOK = NAME + "#book(long,java.lang.String)";

  private static final List<String> BOOKED = new ArrayList<>();

  /** Held: the office knows methods weakly. */
  private static final Guard GUARD = ResilientTill.BOOK;

  private final DeadLetterOffice office = Registry.deadLetters();
  private final LettersInMemory store = new LettersInMemory();

  @BeforeEach
  void enter() {
    office.keepIn(store);
    BOOKED.clear();
    assertThat(GUARD).isNotNull();
  }

  @AfterEach
  void leave() {
    Config.set(CONSTRUCT, null);
    office.keepIn(null);
  }

  private String keep(String callId, LetterArgument... arguments) {
    Letter letter = Letters.of(callId, NAME, List.of(arguments));
    store.append(letter, Duration.ZERO);
    return letter.id();
  }

  private String keepBooking() {
    return keep(BOOK, cents("7"), currency("\"EUR\""));
  }

  private static LetterArgument cents(String json) {
    return new LetterArgument("cents", "long", json, "");
  }

  private static LetterArgument currency(String json) {
    return new LetterArgument("currency", "java.lang.String", json, "");
  }

  @Test
  void withoutAnObjectNothingIsCalled() {
    ReplayResult result = office.replay(keepBooking());

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
    assertThat(result.failure()).hasMessage("there is no object to call " + BOOK + " on");
  }

  @Test
  void aNewWrapperIsMadeWhereThatIsWanted() {
    Config.set(CONSTRUCT, "true");

    ReplayResult result = office.replay(keepBooking());

    assertThat(result.outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(BOOKED).containsExactly("ResilientTill books 7 EUR");
  }

  @Test
  void aDryRunMakesNoObject() {
    Config.set(CONSTRUCT, "true");
    keepBooking();
    ResilientTill.made = 0;

    ReplayReport report =
        office.replay(ReplayOrder.of(LetterFilter.waiting()).dry(), result -> true);

    assertThat(report.count(Outcome.FITS)).isEqualTo(1);
    assertThat(ResilientTill.made).isZero();
  }

  @Test
  void aConstructorThatFailsMakesTheLetterNotReplayableAndReleasesIt() {
    Config.set(CONSTRUCT, "true");
    String id = keepBooking();
    ResilientTill.broken = true;
    try {
      ReplayResult result = office.replay(id);

      assertThat(result.outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
      assertThat(result.failure())
          .hasMessageStartingWith("the constructor of " + ResilientTill.class.getName())
          .hasMessageEndingWith("no drawer");
      assertThat(store.status(id).owner()).isNull();
      assertThat(store.status(id).replays()).isZero();
    } finally {
      ResilientTill.broken = false;
    }
  }

  @Test
  void anUpcasterLetsAnotherCallTakeTheLetters() {
    Config.set(CONSTRUCT, "true");
    String old = NAME + "#pay(int)";
    office.upcast(
        old,
        BOOK,
        letter ->
            List.of(
                cents(letter.arguments().get(0).json()),
                currency("\"" + letter.key() + letter.queue() + "\"")));
    String id = keep(old, new LetterArgument("amount", "int", "12", ""));

    assertThat(office.replay(id).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(BOOKED).containsExactly("ResilientTill books 12 nulldefault");
    Letter kept = office.find(id).orElseThrow();
    assertThat(kept.callId()).as("the letter stays as it was").isEqualTo(old);
    assertThat(kept.state()).isEqualTo(LetterState.REPLAYED);
  }

  @Test
  void upcastersFollowOneAnother() {
    Config.set(CONSTRUCT, "true");
    office.upcast("first", "second", Letter::arguments);
    office.upcast("second", BOOK, letter -> List.of(letter.arguments().get(0), currency("\"X\"")));
    String id = keep("first", cents("1"));

    assertThat(office.replay(id).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(BOOKED).containsExactly("ResilientTill books 1 X");
  }

  @Test
  void upcastersInACircleEnd() {
    office.upcast("hen", "egg", Letter::arguments);
    office.upcast("egg", "hen", Letter::arguments);

    ReplayResult result = office.replay(keep("hen"));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
  }

  @Test
  void whatAnUpcasterThrowsIsTheReason() {
    office.upcast(
        "odd",
        BOOK,
        letter -> {
          throw new IllegalStateException("no currency is known");
        });

    ReplayResult result = office.replay(keep("odd"));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
    assertThat(result.failure())
        .hasMessage(
            "the upcaster of odd failed: java.lang.IllegalStateException: no currency is known");
  }

  @Test
  void argumentsOfAnUpcasterThatDoNotFitAreNotCalled() {
    Config.set(CONSTRUCT, "true");
    office.upcast("few", BOOK, letter -> List.of(cents("1")));

    ReplayResult result = office.replay(keep("few"));

    assertThat(result.failure()).hasMessage(BOOK + " takes 2 arguments now");
    assertThat(BOOKED).isEmpty();
  }

  @Test
  void anIdentityThatIsBlankIsRefused() {
    assertThatThrownBy(() -> office.upcast(" ", BOOK, Letter::arguments))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> office.upcast(BOOK, "", Letter::arguments))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDiscardedLetterWaitsNoMoreAndIsDiscardedOnce() {
    String id = keepBooking();

    office.discard(id);

    assertThat(store.status(id).state()).isEqualTo(LetterState.DISCARDED);
    assertThatThrownBy(() -> office.discard(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("letter " + id + " is DISCARDED");
    assertThatThrownBy(() -> office.discard("0".repeat(28)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLetterUnderReplayIsNotDiscarded() throws Exception {
    String id = keepBooking();
    assertThat(store.claim(id, "ada", Duration.ofMinutes(1))).isPresent();

    assertThatThrownBy(() -> office.discard(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("letter " + id + " is being replayed by ada");
  }

  @Test
  void aPageHasAtLeastOneLetter() {
    assertThatThrownBy(() -> office.list(LetterFilter.all(), null, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFilterGivesTheResultOfEach() {
    keepBooking();

    assertThat(office.replay(LetterFilter.all().type(FailureType.NETWORK)))
        .extracting(ReplayResult::outcome)
        .containsExactly(Outcome.NOT_REPLAYABLE);
  }

  /** Takes money. */
  static class Till {
    void book(long cents, String currency) {
      BOOKED.add(getClass().getSimpleName() + " books " + cents + " " + currency);
    }
  }

  /** As the processor would write it, but for the policies. */
  static class ResilientTill extends Till {
    static final Guard BOOK =
        Guards.method(
                MethodHandles.lookup(),
                Till.class,
                "book",
                MethodType.methodType(void.class, long.class, String.class))
            .deadLetter()
            .build();
    static int made;
    static boolean broken;

    ResilientTill() {
      made++;
      if (broken) {
        throw new IllegalStateException("no drawer");
      }
    }
  }
}
