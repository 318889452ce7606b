package dev.mulligan.store.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {
  private final Counters counters = new Counters();
  private final Key mark1 = new Key(Key.COUNTERS, 1);
  private final Key mark2 = new Key(Key.COUNTERS, 2);
  private final Key totals1 = new Key(Key.COUNTERS, 3);
  private final Key totals2 = new Key(Key.COUNTERS, 4);

  @Test
  void aLateReaderAddsWhatItMissed() {
    counters.join(1);
    counters.mark(mark1, 10);
    counters.join(2);

    // Somebody who had read everything knew of 7 at the mark.
    counters.tell(new Change.Totals(1, 7, 3), totals1);

    assertThat(counters.joined()).isEqualTo(9);
    assertThat(counters.removed()).isEqualTo(3);
  }

  @Test
  void twoWhoTellAtTheSameTimeAreNotAddedUp() {
    counters.mark(mark1, 10);
    counters.mark(mark2, 11);
    counters.tell(new Change.Totals(1, 7, 3), totals1);
    counters.tell(new Change.Totals(2, 7, 3), totals2);

    assertThat(counters.joined()).isEqualTo(7);
    assertThat(counters.removed()).isEqualTo(3);
  }

  @Test
  void whoTellsLessThanIsKnownIsNotHeard() {
    counters.mark(mark1, 10);
    counters.join(1);
    counters.mark(mark2, 12);
    counters.tell(new Change.Totals(2, 8, 3), totals2);
    counters.tell(new Change.Totals(1, 7, 3), totals1);

    assertThat(counters.joined()).isEqualTo(8);
    assertThat(counters.stale()).contains(mark1.toString(), totals1.toString());
    assertThat(counters.stale()).doesNotContain(mark2.toString(), totals2.toString());
  }

  @Test
  void totalsWithoutTheirMarkSayNothing() {
    counters.tell(new Change.Totals(1, 7, 3), totals1);

    assertThat(counters.joined()).isZero();
    assertThat(counters.stale()).containsExactly(totals1.toString());
  }

  @Test
  void whatIsErasedIsNotStale() {
    counters.tell(new Change.Totals(1, 7, 3), totals1);
    counters.erased(totals1.toString());

    assertThat(counters.stale()).isEmpty();
  }
}
