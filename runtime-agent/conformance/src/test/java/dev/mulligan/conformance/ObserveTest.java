package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.count.ObservedSnapshot;
import dev.mulligan.runtime.event.Consequence;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.WouldHave;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy that only observes changes nothing, and tells what it would have done. */
class ObserveTest extends ConformanceTest {
  private final ObserveSubject subject = Engine.guarded(ObserveSubject.class);
  private final Script failing = Script.alwaysFailing(call -> new IOException());
  private final Queue<MulliganEvent> events = new ConcurrentLinkedQueue<>();
  private Subscription listening;

  @BeforeEach
  void observe() {
    Mulligan.configure("mulligan.mode", "observe");
    listening = Mulligan.listen(events::add);
  }

  @AfterEach
  void act() {
    listening.close();
    Mulligan.configure("mulligan.mode", null);
    Mulligan.configure("mulligan.ObserveSubject.retried.mode", null);
  }

  private static Map<Consequence, Long> counted(String method) {
    return Mulligan.observations().stream()
        .filter(seen -> seen.method().endsWith(".ObserveSubject#" + method))
        .findFirst()
        .map(ObservedSnapshot::consequences)
        .orElse(Map.of());
  }

  private List<Consequence> told() {
    return events.stream()
        .filter(WouldHave.class::isInstance)
        .map(event -> ((WouldHave) event).what())
        .toList();
  }

  @Test
  void aFailureIsTheCallersAtOnceAndTheRetryIsTold() {
    long before = counted("retried").getOrDefault(Consequence.RETRY, 0L);

    assertThatThrownBy(() -> subject.retried(failing)).isSameAs(failing.thrown(1));

    assertThat(failing.calls()).isEqualTo(1);
    assertThat(time.sleeps()).isEmpty();
    assertThat(failing.thrown(1).getSuppressed()).isEmpty();
    assertThat(counted("retried")).containsEntry(Consequence.RETRY, before + 1);
    assertThat(events)
        .filteredOn(WouldHave.class::isInstance)
        .singleElement()
        .satisfies(
            event -> assertThat(((WouldHave) event).time()).isEqualTo(Duration.ofMillis(50)));
  }

  @Test
  void aSuccessIsTheCallersAndNothingIsTold() throws Exception {
    assertThat(subject.retried(Script.succeeding())).isEqualTo("call 1");
    assertThat(told()).isEmpty();
  }

  @Test
  void aBreakerIsFedAndRefusesNobody() throws Exception {
    for (int i = 0; i < 2; i++) {
      catchThrowable(() -> subject.broken("eu", failing));
    }
    assertThat(told()).isEmpty();

    assertThat(subject.broken("eu", Script.succeeding())).isEqualTo("call 1");
    assertThat(told()).containsExactly(Consequence.CIRCUIT_OPEN);
    assertThat(subject.broken("us", Script.succeeding())).isEqualTo("call 1");
    assertThat(told()).hasSize(1);

    // After its open time it tries again, and closes.
    time.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 4; i++) {
      assertThat(subject.broken("eu", Script.succeeding())).isEqualTo("call 1");
    }
    assertThat(told()).hasSize(1);
  }

  @Test
  void limitsAreMeasuredAndNobodyIsRefused() throws Exception {
    assertThat(subject.limited(Script.succeeding())).isEqualTo("call 1");
    assertThat(subject.limited(Script.succeeding())).isEqualTo("call 1");
    assertThat(told()).containsExactly(Consequence.RATE_LIMIT);
    events.clear();

    Script outer =
        Script.succeeding().doing(() -> catchThrowable(() -> subject.alone(Script.succeeding())));
    assertThat(subject.alone(outer)).isEqualTo("call 1");
    assertThat(told()).containsExactly(Consequence.BULKHEAD_FULL);
    events.clear();

    assertThat(subject.alone(Script.succeeding())).isEqualTo("call 1");
    assertThat(told()).isEmpty();
  }

  @Test
  void aLateCallIsMeasuredOnItsOwnThread() throws Exception {
    Script slow = Script.succeeding().doing(() -> time.advance(Duration.ofSeconds(3)));

    assertThat(subject.timed(slow)).isSameAs(Thread.currentThread());

    assertThat(told()).containsExactly(Consequence.TIMEOUT);
    assertThat(events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        WouldHave.class,
                        late -> assertThat(late.time()).isEqualTo(Duration.ofSeconds(3))));
  }

  @Test
  void noLetterIsWrittenAndNoFallbackAsked() {
    assertThatThrownBy(() -> subject.lost(failing)).isSameAs(failing.thrown(1));

    assertThat(told()).containsExactly(Consequence.LETTER, Consequence.FALLBACK);
    assertThat(Mulligan.deadLetters().list(LetterFilter.waiting().queue("observed"))).isEmpty();
  }

  @Test
  void aLaterResultIsTheMethodsOwnAndItsEndIsSeen() {
    CompletableFuture<String> own = new CompletableFuture<>();

    assertThat(subject.later(own)).isSameAs(own);
    assertThat(told()).isEmpty();
    own.completeExceptionally(new IOException());
    assertThat(told()).containsExactly(Consequence.RETRY);
  }

  @Test
  void aChangeAppliesToTheNextCallAndAPolicysOwnModeIsStronger() {
    Mulligan.configure("mulligan.ObserveSubject.retried.mode", "act");
    assertThatThrownBy(() -> subject.retried(failing)).isSameAs(failing.thrown(3));

    Mulligan.configure("mulligan.ObserveSubject.retried.mode", null);
    assertThatThrownBy(() -> subject.retried(failing)).isSameAs(failing.thrown(4));

    Mulligan.configure("mulligan.mode", "watch");
    assertThatThrownBy(() -> subject.retried(failing)).isSameAs(failing.thrown(5));
  }
}
