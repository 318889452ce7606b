package dev.mulligan.testkit;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.guard.Observed;
import dev.mulligan.runtime.guard.Shutdown;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One test in virtual time: what {@link MulliganTest} starts and closes around each test, for use
 * with other frameworks.
 *
 * <pre>{@code
 * try (TestRun run = TestRun.start("fetches", 42, getClass())) {
 *   run.faults().inject("fetch: 2 times IOException");
 *   client.fetch(url);
 *   run.attempts().of("fetch").hasAttempts(3).endedRecovered();
 * }
 * }</pre>
 *
 * <p>A run <b>begins</b> with all circuit breakers closed and their windows empty, with no faults,
 * with no dead letters, and with a clock two days after all others, so that rate limits are unused,
 * windows are over and retry budgets have their floor. It <b>ends</b> with the JVM's own time,
 * breakers closed again (those too that were forced or disabled by hand), the application's own
 * store of dead letters, without faults, and with {@link Mulligan#shutdown} undone. It does
 * <b>not</b> reset: calls that still run, with their places in bulkheads; counters; what {@link
 * Mulligan#configure} has set; which letters a {@code TargetResolver} knows objects for; and the
 * earned part of retry budgets.
 *
 * <p>There is one run at a time in a JVM, because there is one time.
 */
public final class TestRun implements AutoCloseable {
  /** Longer than what most policies remember; 50,000 of them fit into a clock of 64 bits. */
  private static final Duration GAP = Duration.ofDays(2);

  private static final AtomicReference<@Nullable String> RUNNING = new AtomicReference<>();
  private static long latest = Time.nanoTime();

  private final long seed;
  private final VirtualTime time;
  private final Timeline timeline;
  private final Attempts attempts;
  private final InjectedFaults faults;
  private final Letters letters;
  private final Subscription subscription;
  private boolean closed;

  private TestRun(long seed, Class<?> near) {
    this.seed = seed;
    this.time = VirtualTime.install(seed, Math.max(latest, Time.nanoTime()) + GAP.toNanos());
    this.timeline = new Timeline(time, seed);
    this.attempts = new Attempts(timeline);
    this.faults = new InjectedFaults(time, timeline, seed, near);
    MemoryStore store = new MemoryStore();
    this.letters = new Letters(store, timeline);
    closeBreakers();
    Shutdown.reset();
    Observed.keepLettersIn(store);
    Observed.inject(faults::beforeBody);
    this.subscription = Mulligan.listen(timeline);
  }

  /**
   * Starts a run.
   *
   * @param test its name, for the message to another one that wants to start meanwhile
   * @param seed the seed of jitter and percentages
   * @param near where plans of faults look for exceptions, as in {@link FaultPlan#parse}
   * @return the run, to be closed
   * @throws IllegalStateException if another run has not been closed
   */
  public static TestRun start(String test, long seed, Class<?> near) {
    String other = RUNNING.compareAndExchange(null, test);
    if (other != null) {
      throw new IllegalStateException(
          test
              + " cannot start while "
              + other
              + " runs: virtual time is one for the whole JVM. Use @MulliganTest, which lets such"
              + " tests wait for one another, or close the other run first");
    }
    try {
      return new TestRun(seed, near);
    } catch (RuntimeException | Error e) {
      RUNNING.set(null);
      throw e;
    }
  }

  private static void closeBreakers() {
    Mulligan.breakers().list().stream()
        .map(Breaker::name)
        .distinct()
        .forEach(Mulligan.breakers()::close);
  }

  /**
   * Tells the seed.
   *
   * @return the seed of jitter and percentages
   */
  public long seed() {
    return seed;
  }

  /**
   * Gives the time.
   *
   * @return the virtual time of this run
   */
  public VirtualTime time() {
    return time;
  }

  /**
   * Gives the attempts.
   *
   * @return what was attempted since the run began
   */
  public Attempts attempts() {
    return attempts;
  }

  /**
   * Gives the dead letters.
   *
   * @return what was lost since the run began
   */
  public Letters letters() {
    return letters;
  }

  /**
   * Gives the faults.
   *
   * @return the plans by which attempts fail
   */
  public InjectedFaults faults() {
    return faults;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Ends the run; without effect the second time. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    subscription.close();
    Observed.inject(null);
    Observed.keepLettersIn(null);
    latest = time.nanoTime();
    time.close();
    closeBreakers();
    Shutdown.reset();
    RUNNING.set(null);
  }
}
