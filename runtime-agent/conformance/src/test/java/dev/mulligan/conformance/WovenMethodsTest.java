package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The agent reaches every kind of method. */
@WovenOnly
class WovenMethodsTest extends ConformanceTest {
  private final WovenSubject subject = new WovenSubject();

  @Test
  void privateStaticAndFinalMethodsAreGuarded() throws Exception {
    assertThat(subject.callPrivate(failingTwice())).isEqualTo("call 3");
    assertThat(WovenSubject.statically(failingTwice())).isEqualTo("call 3");
    assertThat(subject.finally_(failingTwice())).isEqualTo("call 3");
  }

  @Test
  void genericAndVarargsMethodsAreGuarded() throws Exception {
    assertThat(subject.generically(failingTwice(), "x")).containsExactly("x");
    assertThat(subject.count(failingTwice(), "a", "b")).isEqualTo(2);
  }

  @Test
  void everyAttemptGetsTheArgumentsAsTheyWere() throws Exception {
    assertThat(subject.reassigns(failingTwice(), 10, "ab")).isEqualTo(24);
  }

  @Test
  void theMethodsOwnHandlersRunInEveryAttempt() throws Exception {
    List<String> log = new ArrayList<>();
    subject.throwsFromTryAndFinally(failingTwice(), log);
    assertThat(log).containsExactly("catch", "finally", "catch", "finally", "finally");
  }

  @Test
  @NotAttached
  void synchronizedMethodsHoldTheirMonitorInTheBody() throws Exception {
    assertThat(subject.synchronizedly(failingTwice(), 40, 2.5)).isEqualTo(42);
    WovenSubject.synchronizedStatically(failingTwice());
    assertThatThrownBy(
            () -> subject.synchronizedly(Script.alwaysFailing(c -> new IOException()), 1, 1))
        .isInstanceOf(IOException.class);
    assertThat(Thread.holdsLock(subject)).isFalse();
  }

  @Test
  @NotAttached
  void synchronizedMethodsGiveUpTheirMonitorWhileTheyWait() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      List<Boolean> entered = new ArrayList<>();
      time.onSleep(
          () -> {
            Future<Long> second =
                other.submit(() -> subject.synchronizedly(Script.succeeding(), 1, 1));
            try {
              entered.add(second.get(10, TimeUnit.SECONDS) == 2);
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          });

      subject.synchronizedly(failingTwice(), 1, 1);

      assertThat(entered).containsExactly(true, true);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void oneNameMeansOnePolicyAndTheOtherMethodRunsAsWritten() {
    Script first = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.first(first)).isSameAs(first.thrown(2));

    Script second = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.second(second)).isSameAs(second.thrown(1));
  }

  @Test
  void whatCannotBeGuardedRunsAsWritten() {
    WovenSubject.calls = 0;
    assertThat(subject.impossible()).isEqualTo(1);
    assertThat(subject.later()).isDone();
    assertThat(WovenSubject.calls).isEqualTo(2);
  }

  private static Script failingTwice() {
    return Script.initiallyFailing(2, call -> new IOException());
  }
}
