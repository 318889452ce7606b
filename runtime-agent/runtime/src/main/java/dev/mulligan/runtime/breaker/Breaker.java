package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker.
 *
 * <p>Its state is one object, read once a call and handed on as the permit. It changes by
 * compare-and-set alone, and only the winner publishes the event. Results go to the state that gave
 * the permit; a state that has ended no longer moves the breaker, because its compare-and-set
 * fails. That is all it takes to ignore late results. Thread-safe.
 */
public final class Breaker {
  private static final AtomicReferenceFieldUpdater<Breaker, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(Breaker.class, State.class, "state");

  private final String name;
  private final @Nullable String key;
  private final CircuitBreakerPolicy policy;
  private final long slowNanos;
  private volatile State state;

  /**
   * Creates a closed breaker.
   *
   * @param name the policy's name
   * @param key the value of the {@code @Key} parameter, or null
   * @param policy its values
   */
  public Breaker(String name, @Nullable String key, CircuitBreakerPolicy policy) {
    this.name = name;
    this.key = key;
    this.policy = policy;
    Duration slow = policy.slowCall();
    this.slowNanos = slow == null ? Long.MAX_VALUE : slow.toNanos();
    this.state = new Closed(this);
  }

  /**
   * Asks to make an attempt.
   *
   * @return a permit, or a {@link Refusal}; whoever gets a permit reports exactly one result to it
   */
  public Permit acquire() {
    Permit permit = state.acquire();
    return slowNanos == Long.MAX_VALUE
            || permit instanceof Refusal
            || permit instanceof SlowCallPermit
        ? permit
        : new SlowCallPermit(permit, slowNanos);
  }

  /**
   * Tells whether it makes sense to wait and try again.
   *
   * @param nanos how long the caller would wait
   * @return true if a call after that wait would surely be refused
   */
  public boolean refusesAfter(long nanos) {
    return state.refusesAfter(nanos);
  }

  /** Refuses calls until {@link #close()}, whatever happens. */
  public void open() {
    State before = STATE.getAndSet(this, new Open(this, Open.FOR_EVER, 1));
    moved(before.kind(), BreakerState.OPEN);
  }

  /** Lets calls pass, with an empty window. */
  public void close() {
    State before = STATE.getAndSet(this, new Closed(this));
    moved(before.kind(), BreakerState.CLOSED);
  }

  /**
   * Names the policy.
   *
   * @return the policy's name
   */
  public String name() {
    return name;
  }

  /**
   * Tells which of a policy's breakers this is.
   *
   * @return the value of the {@code @Key} parameter, or null
   */
  public @Nullable String key() {
    return key;
  }

  /**
   * Reads the state.
   *
   * @return the state at this moment
   */
  public BreakerState state() {
    return state.kind();
  }

  CircuitBreakerPolicy policy() {
    return policy;
  }

  void open(State from, int openings) {
    move(from, new Open(this, openNanos(openings), openings));
  }

  void close(State from) {
    move(from, new Closed(this));
  }

  void move(State from, State to) {
    if (STATE.compareAndSet(this, from, to)) {
      moved(from.kind(), to.kind());
    }
  }

  /** Doubles with each opening, up to the policy's limit. */
  long openNanos(int openings) {
    long nanos = policy.openFor().toNanos();
    long most = policy.maxOpenFor().toNanos();
    for (int i = 1; i < openings && nanos < most; i++) {
      nanos = nanos > most / 2 ? most : nanos * 2;
    }
    return nanos;
  }

  Permit refuse(Duration retryAfter) {
    return new Refusal(new CircuitOpenException(name, key, retryAfter));
  }

  private void moved(BreakerState from, BreakerState to) {
    if (from != to) {
      Events.publish(new BreakerMoved(name, key, from, to));
    }
  }
}
