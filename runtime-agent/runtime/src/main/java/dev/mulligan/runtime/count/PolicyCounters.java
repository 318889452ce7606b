package dev.mulligan.runtime.count;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.event.Consequence;
import dev.mulligan.runtime.event.RefusalReason;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the calls of one guarded method. All of it is counted off the happy path, except
 * successes, which are counted only when that is asked for. Thread-safe.
 */
public final class PolicyCounters {
  private final String policy;
  private final String method;
  private volatile @Nullable StripedCount successes;
  private final Adders<FailureType> failures = new Adders<>(FailureType.class);
  private final Adders<RefusalReason> refusals = new Adders<>(RefusalReason.class);
  private final Adders<Tally> tallies = new Adders<>(Tally.class);
  private final Adders<Consequence> observed = new Adders<>(Consequence.class);
  private final AtomicLong abandoned = new AtomicLong();

  /**
   * Starts at zero.
   *
   * @param policy the name of the policy
   * @param method the class and method
   */
  public PolicyCounters(String policy, String method) {
    this.policy = policy;
    this.method = method;
  }

  /**
   * Starts counting attempts that returned, from zero, unless they are counted already.
   *
   * @return the counter, for the happy path to keep and increment
   */
  public synchronized StripedCount countSuccesses() {
    StripedCount known = successes;
    if (known == null) {
      known = new StripedCount();
      successes = known;
    }
    return known;
  }

  /**
   * Counts an attempt that failed.
   *
   * @param type the type of the failure
   */
  public void failed(FailureType type) {
    failures.increment(type);
  }

  /**
   * Counts a call that was refused.
   *
   * @param reason which policy refused it
   */
  public void refused(RefusalReason reason) {
    refusals.increment(reason);
  }

  /**
   * Counts what a policy that only observes would have done.
   *
   * @param what what it would have done
   */
  public void observed(Consequence what) {
    observed.increment(what);
  }

  /**
   * Reads what would have been done.
   *
   * @return the counts
   */
  public ObservedSnapshot observations() {
    return new ObservedSnapshot(policy, method, observed.sums(Consequence.class));
  }

  /** Counts an attempt after the first. */
  public void retried() {
    tallies.increment(Tally.RETRIES);
  }

  /** Counts a call that succeeded after failed attempts. */
  public void recovered() {
    tallies.increment(Tally.RECOVERED);
  }

  /** Counts a call that failed for good. */
  public void exhausted() {
    tallies.increment(Tally.EXHAUSTED);
  }

  /** Counts a call that a fallback answered. */
  public void fellBack() {
    tallies.increment(Tally.FALLBACKS);
  }

  /** Counts an attempt that ran out of its time; it is a failure too, counted by its type. */
  public void timedOut() {
    tallies.increment(Tally.TIMEOUTS);
  }

  /** Counts a dead letter that is safe. */
  public void letterWritten() {
    tallies.increment(Tally.LETTERS_WRITTEN);
  }

  /** Counts a dead letter that could not be kept. */
  public void letterRejected() {
    tallies.increment(Tally.LETTERS_REJECTED);
  }

  /** Notes that an attempt's caller went on, and the attempt still runs. */
  public void abandoned() {
    abandoned.incrementAndGet();
  }

  /** Notes that an attempt noted by {@link #abandoned()} has ended; once for each. */
  public void abandonedEnded() {
    abandoned.decrementAndGet();
  }

  /**
   * Reads all counters. They are read one after another, while calls go on.
   *
   * @return the counts; those of types and reasons that never occurred are zero
   */
  public CounterSnapshot snapshot() {
    StripedCount counted = successes;
    return new CounterSnapshot(
        policy,
        method,
        counted == null ? OptionalLong.empty() : OptionalLong.of(counted.sum()),
        failures.sums(FailureType.class),
        refusals.sums(RefusalReason.class),
        tallies.sum(Tally.RETRIES),
        tallies.sum(Tally.RECOVERED),
        tallies.sum(Tally.EXHAUSTED),
        tallies.sum(Tally.FALLBACKS),
        tallies.sum(Tally.TIMEOUTS),
        abandoned.get(),
        tallies.sum(Tally.LETTERS_WRITTEN),
        tallies.sum(Tally.LETTERS_REJECTED));
  }
}
