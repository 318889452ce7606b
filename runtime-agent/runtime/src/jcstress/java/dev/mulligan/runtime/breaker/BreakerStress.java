package dev.mulligan.runtime.breaker;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** What two threads do to the state of a breaker at the same time. See docs/proofs.md. */
public final class BreakerStress {
  static final CircuitBreakerPolicy ONE_FAILURE = Policies.inARow(1).probes(1).policy();

  private BreakerStress() {}

  static int admits(Permit permit) {
    return permit instanceof Refusal ? 0 : 1;
  }

  /** Two failures, each of which opens the breaker: one of them does, and one event says so. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "open, one event")
  @Outcome(expect = FORBIDDEN, desc = "no event, two events, or not open")
  @State
  public static class Trip {
    private static final AtomicLong KEYS = new AtomicLong();
    private static final Map<String, AtomicInteger> MOVES = new ConcurrentHashMap<>();

    static {
      Events.add(
          event -> {
            if (event instanceof BreakerMoved moved && moved.key() != null) {
              MOVES.get(moved.key()).incrementAndGet();
            }
          });
    }

    private final String key = Long.toString(KEYS.incrementAndGet());
    private final AtomicInteger moves = new AtomicInteger();
    private final Breaker breaker = new Breaker("trip", key, ONE_FAILURE);
    private final Permit permit = breaker.acquire();

    public Trip() {
      MOVES.put(key, moves);
    }

    @Actor
    public void first() {
      permit.failed();
    }

    @Actor
    public void second() {
      permit.failed();
    }

    @Arbiter
    public void look(II_Result result) {
      MOVES.remove(key);
      result.r1 = breaker.state() == BreakerState.OPEN ? 1 : 0;
      result.r2 = moves.get();
    }
  }

  /** A failure of the period that an operator ends meanwhile must not open the next one. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "closed")
  @Outcome(expect = FORBIDDEN, desc = "the late result opened the new period")
  @State
  public static class LateResult {
    private final Breaker breaker = new Breaker("late", null, ONE_FAILURE);
    private final Permit permit = breaker.acquire();

    @Actor
    public void fail() {
      permit.failed();
    }

    @Actor
    public void close() {
      breaker.close();
    }

    @Arbiter
    public void look(Z_Result result) {
      result.r1 = breaker.state() == BreakerState.CLOSED;
    }
  }

  /** Two callers, one probe. */
  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE, desc = "one probe")
  @Outcome(expect = FORBIDDEN, desc = "two probes, or none")
  @State
  public static class OneProbe {
    private final HalfOpen halfOpen = new HalfOpen(new Breaker("one", null, ONE_FAILURE), 1);

    @Actor
    public void first(II_Result result) {
      result.r1 = admits(halfOpen.acquire());
    }

    @Actor
    public void second(II_Result result) {
      result.r2 = admits(halfOpen.acquire());
    }
  }

  /** A probe gives its permit back while another caller asks. */
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = ACCEPTABLE,
      desc = "the permit was given once more")
  @Outcome(expect = FORBIDDEN, desc = "the permit was doubled or lost")
  @State
  public static class GivenBack {
    private final HalfOpen halfOpen = new HalfOpen(new Breaker("back", null, ONE_FAILURE), 1);
    private final Permit probe = halfOpen.acquire();

    @Actor
    public void first() {
      probe.neutral();
    }

    @Actor
    public void another(II_Result result) {
      result.r1 = admits(halfOpen.acquire());
    }

    @Arbiter
    public void look(II_Result result) {
      result.r2 = admits(halfOpen.acquire());
    }
  }

  /** A probe reports two results at the same time: the permit comes back once. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "one permit")
  @Outcome(expect = FORBIDDEN, desc = "the permit was doubled or lost")
  @State
  public static class GivenBackTwice {
    private final HalfOpen halfOpen = new HalfOpen(new Breaker("twice", null, ONE_FAILURE), 1);
    private final Permit probe = halfOpen.acquire();

    @Actor
    public void first() {
      probe.neutral();
    }

    @Actor
    public void second() {
      probe.neutral();
    }

    @Arbiter
    public void look(II_Result result) {
      result.r1 = admits(halfOpen.acquire());
      result.r2 = admits(halfOpen.acquire());
    }
  }

  /** The ticker and the caller both find that a call is slow. */
  @JCStressTest
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "one slow call")
  @Outcome(expect = FORBIDDEN, desc = "counted twice, or not at all")
  @State
  public static class SlowOnce {
    private static final SlowCalls CALLS =
        SlowCalls.of(Policies.half(100).slow(Duration.ofNanos(1), 100).policy(), null);

    private final Closed closed =
        new Closed(new Breaker("slow", null, Policies.half(100).policy()));
    private final SlowCallPermit permit = new SlowCallPermit(CALLS, closed);

    public SlowOnce() {
      permit.start();
    }

    @Actor
    public void ticker() {
      permit.noteIfOverdue(Time.nanoTime(), 0);
    }

    @Actor
    public void caller() {
      permit.failed();
    }

    @Arbiter
    public void look(III_Result result) {
      Rates rates = closed.rates();
      result.r1 = (int) rates.calls();
      result.r2 = (int) rates.failures();
      result.r3 = (int) rates.slow();
    }
  }
}
