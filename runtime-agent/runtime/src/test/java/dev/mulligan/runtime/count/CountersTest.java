package dev.mulligan.runtime.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.event.RefusalReason;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class CountersTest {
  @Test
  void everythingThatHappensIsCounted() {
    PolicyCounters counters = new PolicyCounters("pay", "Bank#pay");
    counters.failed(FailureType.NETWORK);
    counters.failed(FailureType.NETWORK);
    counters.refused(RefusalReason.RATE_LIMIT);
    counters.retried();
    counters.recovered();
    counters.exhausted();
    counters.fellBack();
    counters.timedOut();
    counters.letterWritten();
    counters.letterRejected();
    counters.abandoned();
    counters.abandoned();
    counters.abandonedEnded();

    CounterSnapshot snapshot = counters.snapshot();

    assertThat(snapshot.policy()).isEqualTo("pay");
    assertThat(snapshot.method()).isEqualTo("Bank#pay");
    assertThat(snapshot.successes()).isEmpty();
    assertThat(snapshot.failures())
        .containsOnlyKeys(FailureType.values())
        .containsEntry(FailureType.NETWORK, 2L)
        .containsEntry(FailureType.SYSTEM, 0L);
    assertThat(snapshot.refusals())
        .containsOnlyKeys(RefusalReason.values())
        .containsEntry(RefusalReason.RATE_LIMIT, 1L)
        .containsEntry(RefusalReason.CIRCUIT_OPEN, 0L);
    assertThat(
            new long[] {
              snapshot.retries(),
              snapshot.recovered(),
              snapshot.exhausted(),
              snapshot.fallbacks(),
              snapshot.timeouts(),
              snapshot.abandoned(),
              snapshot.lettersWritten(),
              snapshot.lettersRejected()
            })
        .containsOnly(1);
  }

  @Test
  void successesAreCountedOnlyWhenTheyAreWanted() {
    PolicyCounters counters = new PolicyCounters("pay", "Bank#pay");
    assertThat(counters.snapshot().successes()).isEmpty();

    counters.countSuccesses().increment();
    assertThat(counters.snapshot().successes()).hasValue(1);
  }

  @Test
  void aSnapshotCannotBeChanged() {
    CounterSnapshot snapshot = new PolicyCounters("pay", "Bank#pay").snapshot();
    assertThatThrownBy(() -> snapshot.failures().put(FailureType.SYSTEM, 1L))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> snapshot.refusals().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theListIsSortedAndEqualNamesAreAddedUp() {
    Counters all = new Counters();
    PolicyCounters second = counted("pay", "Bank#pay", 2, false);
    PolicyCounters again = counted("pay", "Bank#pay", 3, true);
    PolicyCounters third = counted("pay", "Bank#refund", 5, false);
    PolicyCounters first = counted("book", "Hotel#book", 7, false);
    all.add(second);
    all.add(again);
    all.add(third);
    all.add(first);

    assertThat(all.list())
        .extracting(s -> s.policy() + " " + s.method() + " " + s.retries())
        .containsExactly("book Hotel#book 7", "pay Bank#pay 5", "pay Bank#refund 5");
    // Only one of the two counts successes: it had one.
    assertThat(all.list().get(1).successes()).hasValue(1);
    assertThat(second.snapshot().retries()).isEqualTo(2);
  }

  @Test
  void theCountsOfAGuardThatIsGoneAreGone() {
    Counters all = new Counters();
    PolicyCounters kept = counted("kept", "Bank#pay", 1, false);
    all.add(kept);
    PolicyCounters lost = counted("lost", "Bank#pay", 1, false);
    all.add(lost);
    WeakReference<PolicyCounters> gone = new WeakReference<>(lost);
    lost = null;
    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
    }

    assertThat(all.list()).extracting(CounterSnapshot::policy).containsExactly("kept");
    assertThat(kept.snapshot().retries()).isEqualTo(1);
  }

  private static PolicyCounters counted(
      String policy, String method, int retries, boolean countsSuccesses) {
    PolicyCounters counters = new PolicyCounters(policy, method);
    for (int i = 0; i < retries; i++) {
      counters.retried();
    }
    if (countsSuccesses) {
      counters.countSuccesses().increment();
    }
    return counters;
  }
}
