package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.count.CounterSnapshot;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Switched;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard that is off is not there: the method runs as it is written. */
class SwitchTest extends ConformanceTest {
  private final SwitchSubject subject = Engine.guarded(SwitchSubject.class);
  private final Script failing = Script.alwaysFailing(call -> new IOException());

  @AfterEach
  void switchOn() {
    for (String key : List.of("mulligan.off", "mulligan.enabled", "mulligan.switched.enabled")) {
      Mulligan.configure(key, null);
    }
    Mulligan.deadLetters()
        .list(LetterFilter.waiting().queue("switched"))
        .forEach(letter -> Mulligan.deadLetters().discard(letter.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "policy:switched",
        "policy:SwitchSubject.all",
        "class:dev.mulligan.*.SwitchSubject",
        "loader:*AppClassLoader*"
      })
  void everyKindOfSwitchTurnsOffAndOnAgain(String what) throws Exception {
    Mulligan.switches().off(what);

    assertThatThrownBy(() -> subject.all(failing)).isSameAs(failing.thrown(1));
    assertThat(failing.calls()).isEqualTo(1);
    assertThat(Mulligan.switches().list()).containsExactly(what);

    Mulligan.switches().on(what);
    assertThat(Mulligan.switches().list()).isEmpty();
    assertThat(subject.all(failing)).isEqualTo("instead");
    assertThat(failing.calls()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"mulligan.enabled, all", "mulligan.switched.enabled, policy:switched"})
  void theShortFormsAreSwitchesToo(String key, String what) throws Exception {
    Mulligan.configure(key, "false");

    assertThatThrownBy(() -> subject.all(failing)).isSameAs(failing.thrown(1));
    assertThat(Mulligan.switches().list()).containsExactly(what);

    Mulligan.switches().on(what);
    assertThat(Mulligan.switches().list()).isEmpty();
    assertThat(subject.all(failing)).isEqualTo("instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy:other", "class:*.SwitchSubjectOther", "loader:other"})
  void whatIsNotMeantStaysOn(String what) throws Exception {
    Mulligan.switches().off(what);

    assertThat(subject.all(failing)).isEqualTo("instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pay", "policy:", "method:x", "policy:a,b"})
  void whatCannotBeSwitchedIsRefused(String what) {
    assertThatThrownBy(() -> Mulligan.switches().off(what))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("policy:<name>, class:<pattern> and loader:<pattern>");
    assertThat(Mulligan.switches().list()).isEmpty();
  }

  @Test
  void nothingIsCountedAndNoLetterWritten() throws Exception {
    assertThat(subject.all(Script.succeeding())).isEqualTo("call 1");
    CounterSnapshot before = counters();
    Mulligan.switches().off("policy:switched");

    assertThatThrownBy(() -> subject.all(failing)).isSameAs(failing.thrown(1));

    assertThat(counters()).isEqualTo(before);
    assertThat(Mulligan.deadLetters().list(LetterFilter.waiting().queue("switched"))).isEmpty();
  }

  private static CounterSnapshot counters() {
    return Mulligan.counters().stream()
        .filter(one -> one.method().endsWith(".SwitchSubject#all"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBreakerIsAsItWasWhenTheGuardIsOnAgain() throws Exception {
    assertThat(subject.all(failing)).isEqualTo("instead");
    assertThat(stateOf("switched")).isEqualTo(BreakerState.OPEN);

    Mulligan.switches().off("all");
    assertThat(subject.all(Script.succeeding())).isEqualTo("call 1");
    Mulligan.switches().on("all");

    assertThat(stateOf("switched")).isEqualTo(BreakerState.OPEN);
    Script refused = Script.succeeding();
    assertThat(subject.all(refused)).isEqualTo("instead");
    assertThat(refused.calls()).isZero();
  }

  @Test
  void aCallThatWaitsEndsWithItsLastFailure() {
    time.onSleep(() -> Mulligan.switches().off("policy:switched-waiting"));

    assertThatThrownBy(() -> subject.waiting(failing)).isSameAs(failing.thrown(1));

    assertThat(failing.calls()).isEqualTo(1);
    assertThat(Mulligan.deadLetters().list(LetterFilter.waiting().queue("switched"))).isEmpty();
  }

  @Test
  void aCallUnderWayEndsAsItsAttemptDoes() {
    Script second =
        Script.alwaysFailing(call -> new IOException())
            .doing(
                () -> {
                  if (!time.sleeps().isEmpty()) {
                    Mulligan.switches().off("all");
                  }
                });

    assertThatThrownBy(() -> subject.waiting(second)).isSameAs(second.thrown(2));
    assertThat(second.thrown(2).getSuppressed()).containsExactly(second.thrown(1));
  }

  @Test
  void anAsynchronousCallThatWaitsEndsWithItsLastFailure() {
    // In real time, where it would wait for an hour.
    time.close();
    CompletableFuture<String> result = subject.later(failing);
    assertThat(result).isNotDone();

    Mulligan.switches().off("policy:switched-later");

    assertThatThrownBy(result::join).hasCause(failing.thrown(1));
    assertThat(failing.calls()).isEqualTo(1);
  }

  @Test
  void noThreadIsChangedAndNoResultReplaced() {
    Mulligan.switches().off("class:*SwitchSubject");
    CompletableFuture<String> own = new CompletableFuture<>();

    assertThat(subject.timed()).isSameAs(Thread.currentThread());
    assertThat(subject.asWritten(own)).isSameAs(own);

    Mulligan.switches().on("class:*SwitchSubject");
    assertThat(subject.timed()).isNotSameAs(Thread.currentThread());
    assertThat(subject.asWritten(own)).isNotSameAs(own);
  }

  @Test
  void everyChangeIsAnEvent() throws Exception {
    List<MulliganEvent> events = new ArrayList<>();
    assertThat(subject.all(Script.succeeding())).isEqualTo("call 1");
    try (Subscription all = Mulligan.listen(events::add)) {
      Mulligan.switches().off("policy:switched");
      Mulligan.switches().off("policy:switched");
      Mulligan.switches().on("policy:switched");
    }
    assertThat(events)
        .filteredOn(Switched.class::isInstance)
        .containsExactly(
            new Switched("policy:switched", true), new Switched("policy:switched", false));
  }
}
