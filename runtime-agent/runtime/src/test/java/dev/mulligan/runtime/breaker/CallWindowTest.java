package dev.mulligan.runtime.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.count.StripedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallWindowTest {
  /** What became of a call. */
  private enum End {
    SUCCESS,
    FAILURE,
    SLOW,
    SLOW_FAILURE
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 16, 17, 100})
  void itHoldsWhatTheLastCallsWere(int size) {
    Random random = new Random(size);
    StripedCount successes = new StripedCount();
    CallWindow window = new CallWindow(size, successes);
    List<End> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      // Rows of one kind, so that the window is now full of failures, now of successes.
      End end = End.values()[random.nextInt(1 + (i / 100) % 4)];
      all.add(end);
      if (end == End.SUCCESS) {
        successes.increment();
      } else {
        assertThat(window.record(1, end == End.SLOW ? 0 : 1, end == End.FAILURE ? 0 : 1))
            .as("call %s", i)
            .isEqualTo(expected(all, size));
      }
    }
  }

  private static Rates expected(List<End> all, int size) {
    List<End> last = all.subList(Math.max(0, all.size() - size), all.size());
    long slow = last.stream().filter(e -> e == End.SLOW || e == End.SLOW_FAILURE).count();
    long failed = last.stream().filter(e -> e == End.FAILURE || e == End.SLOW_FAILURE).count();
    return new Rates(last.size(), failed, slow);
  }
}
