package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What a breaker ought to be, for one caller at a time: opens when one of at least two calls
 * failed, has two probes, and time that passes once.
 */
public class BreakerAutomaton {
  private final Map<Integer, Deque<Taken>> held = new HashMap<>();
  private Period period = new Period(BreakerState.CLOSED, false);
  private boolean openTimeIsOver;

  private static final class Period {
    final BreakerState kind;
    final boolean forced;
    int calls;
    int permits = 2;
    int successes;
    boolean expires;

    Period(BreakerState kind, boolean forced) {
      this.kind = kind;
      this.forced = forced;
    }
  }

  private record Taken(Period from) {}

  void expire() {
    period = new Period(BreakerState.OPEN, false);
    period.expires = true;
  }

  public String acquire(int thread) {
    if (period.kind == BreakerState.OPEN && period.expires) {
      period = new Period(BreakerState.HALF_OPEN, false);
    }
    boolean refused =
        period.kind == BreakerState.OPEN
            || (period.kind == BreakerState.HALF_OPEN && period.permits == 0);
    if (refused) {
      return "refused";
    }
    period.permits--;
    held.computeIfAbsent(thread, t -> new ArrayDeque<>()).push(new Taken(period));
    return "permit";
  }

  public String report(int thread, int result) {
    return switch (result) {
      case 0 -> succeed(thread);
      case 1 -> fail(thread);
      default -> neutral(thread);
    };
  }

  public String succeed(int thread) {
    Period from = giveBack(thread);
    if (from == null) {
      return "none";
    }
    from.calls++;
    if (from.kind == BreakerState.HALF_OPEN && ++from.successes == 2 && from == period) {
      period = new Period(BreakerState.CLOSED, false);
    }
    return "done";
  }

  public String fail(int thread) {
    Period from = giveBack(thread);
    if (from == null) {
      return "none";
    }
    from.calls++;
    boolean opens = from.kind == BreakerState.HALF_OPEN || from.calls >= 2;
    if (opens && from == period) {
      period = new Period(BreakerState.OPEN, false);
    }
    return "done";
  }

  public String neutral(int thread) {
    Period from = giveBack(thread);
    if (from == null) {
      return "none";
    }
    from.permits++;
    return "done";
  }

  public BreakerState state() {
    return period.kind;
  }

  public void open() {
    period = new Period(BreakerState.OPEN, true);
  }

  public void close() {
    period = new Period(BreakerState.CLOSED, false);
  }

  public void wait10Seconds() {
    if (!openTimeIsOver && !period.forced) {
      period.expires = true;
    }
    openTimeIsOver = true;
  }

  private Period giveBack(int thread) {
    Deque<Taken> taken = held.get(thread);
    return taken == null || taken.isEmpty() ? null : taken.pop().from();
  }
}
