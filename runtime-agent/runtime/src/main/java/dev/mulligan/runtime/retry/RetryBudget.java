package dev.mulligan.runtime.retry;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.time.Time;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * Limits further attempts to a share of the successes, plus a floor of ten a second.
 *
 * <p>After gRPC's proposal A6, "Client Retries", where a bucket of tokens limits retries: a success
 * earns a share of a token, and a failure that may be retried costs one. What differs: nothing is
 * ever blocked but the retry itself, so a cost is only taken where a retry follows; and there is a
 * floor, so that a service with little traffic can retry at all. Failures that are not retriable
 * and calls that were refused neither cost nor earn. Both buckets are bounded: at most 100 tokens
 * are saved up for a bad time, and one second of the floor.
 *
 * <p>It may be shared: all methods of a policy's name draw on one budget. Thread-safe and
 * lock-free.
 */
public final class RetryBudget {
  private static final AtomicReferenceFieldUpdater<RetryBudget, Tokens> TOKENS =
      AtomicReferenceFieldUpdater.newUpdater(RetryBudget.class, Tokens.class, "tokens");
  private static final double FLOOR_PER_NANO = 10 / 1e9;
  private static final double MOST_OF_FLOOR = 10;
  private static final double MOST_EARNED = 100;

  private final StripedCount successes = new StripedCount();
  private final double share;
  private volatile Tokens tokens = new Tokens(MOST_OF_FLOOR, 0, 0, Time.nanoTime());

  /**
   * Creates a budget that holds one second of the floor.
   *
   * @param percent how many retries a hundred successes earn, above 0 and at most 100
   */
  public RetryBudget(double percent) {
    this.share = percent / 100;
  }

  /**
   * Gives the count that a successful call adds one to, whatever number of attempts it took.
   *
   * @return always the same count
   */
  public StripedCount successes() {
    return successes;
  }

  /**
   * Takes a token, of the floor if there is one.
   *
   * @return what it was taken from; if it is {@link Payment#NONE}, nothing was taken, and no other
   *     attempt may be made
   */
  public Payment pay() {
    while (true) {
      Tokens before = tokens;
      Tokens now = before.at(successes.sum(), Time.nanoTime(), share);
      if (!now.suffices()) {
        // Not stored: what has been earned is earned again from the same counts.
        return Payment.NONE;
      }
      Payment payment = now.floor() >= 1 ? Payment.FLOOR : Payment.EARNED;
      if (TOKENS.compareAndSet(this, before, now.changed(payment, -1))) {
        return payment;
      }
    }
  }

  /**
   * Gives a token back: another attempt was allowed, and then refused before it was made. One of
   * the floor does not become an earned one: the floor has been filling up meanwhile.
   *
   * @param payment what {@link #pay} answered; without a token, nothing happens
   */
  public void giveBack(Payment payment) {
    if (payment == Payment.FLOOR || payment == Payment.EARNED) {
      TOKENS.updateAndGet(this, tokens -> tokens.changed(payment, 1));
    }
  }

  private record Tokens(double floor, double earned, long successes, long nanos) {
    Tokens at(long successesNow, long now, double share) {
      double refilled = floor + Math.max(0, now - nanos) * FLOOR_PER_NANO;
      double grown = earned + Math.max(0, successesNow - successes) * share;
      return new Tokens(
          Math.min(MOST_OF_FLOOR, refilled), Math.min(MOST_EARNED, grown), successesNow, now);
    }

    boolean suffices() {
      return floor >= 1 || earned >= 1;
    }

    Tokens changed(Payment bucket, int by) {
      return bucket == Payment.FLOOR
          ? new Tokens(Math.min(MOST_OF_FLOOR, floor + by), earned, successes, nanos)
          : new Tokens(floor, Math.min(MOST_EARNED, earned + by), successes, nanos);
    }
  }
}
