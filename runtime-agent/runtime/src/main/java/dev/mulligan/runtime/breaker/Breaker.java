package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.rejection.CircuitOpenException;
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

  private final AppLog log;
  private final String name;
  private final @Nullable String key;
  private volatile CircuitBreakerPolicy policy;
  private volatile @Nullable SlowCalls slowCalls;
  private volatile State state;
  private @Nullable Idleness idleness;

  /**
   * Creates a closed breaker.
   *
   * @param name the policy's name
   * @param key the value of the {@code @Key} parameter, or null
   * @param policy its values
   */
  public Breaker(String name, @Nullable String key, CircuitBreakerPolicy policy) {
    this(name, key, policy, Hold.NONE, AppLog.own());
  }

  Breaker(String name, @Nullable String key, CircuitBreakerPolicy policy, Hold hold, AppLog log) {
    this.log = log;
    this.name = name;
    this.key = key;
    this.policy = policy;
    this.slowCalls = SlowCalls.of(policy, null);
    this.state = hold.state(this);
  }

  /**
   * Asks to make an attempt that begins now.
   *
   * @return a permit, or a {@link Refusal}; whoever gets a permit reports exactly one result to it.
   *     A second result is ignored, but for the permit of a closed breaker that counts no slow
   *     calls, which all callers share
   */
  public Permit acquire() {
    Permit permit = state.acquire();
    started(permit);
    return permit;
  }

  /**
   * Asks to make an attempt that may still have to wait for another policy. The wait is not part of
   * the attempt: it makes no slow call.
   *
   * @return as {@link #acquire()}; to be handed to {@link #started} when the attempt begins
   */
  public Permit reserve() {
    return state.acquire();
  }

  /**
   * Starts the clock of an attempt. Without effect if it runs, or if slow calls do not count.
   *
   * @param permit what {@link #reserve()} gave
   */
  public static void started(@Nullable Permit permit) {
    if (permit instanceof SlowCallPermit slow) {
      slow.start();
    }
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
  public void forceOpen() {
    hold(Hold.OPEN);
  }

  /**
   * Lets calls pass and counts them, with an empty window, and never opens until {@link #close()}.
   */
  public void forceClosed() {
    hold(Hold.CLOSED);
  }

  /** Lets calls pass and counts nothing until {@link #close()}. */
  public void disable() {
    hold(Hold.DISABLED);
  }

  /** Lets calls pass, with an empty window, and decides by itself again when to open. */
  public void close() {
    hold(Hold.NONE);
  }

  void hold(Hold hold) {
    State to = hold.state(this);
    State from = STATE.getAndSet(this, to);
    align();
    publish(from, to);
  }

  /**
   * Changes the values while calls are under way. Thresholds apply from the next result on, {@code
   * slowCall} from the next attempt on, open times and the number of probes from the next opening
   * on. Only if {@code window} has changed does a closed breaker start with an empty window. An
   * open or half-open breaker stays as it is.
   *
   * @param changed the new values
   */
  public synchronized void reconfigure(CircuitBreakerPolicy changed) {
    policy = changed;
    slowCalls = SlowCalls.of(changed, slowCalls);
    align();
  }

  /** Gives a period that counts over another window than the policy's an empty one. */
  private void align() {
    State now = state;
    Closed counting = now.counting();
    while (counting != null && !counting.isOver(policy.window())) {
      State fresh = (now.isForced() ? Hold.CLOSED : Hold.NONE).state(this);
      STATE.compareAndSet(this, now, fresh);
      now = state;
      counting = now.counting();
    }
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

  /** Shows name, key and state, for logs and the console. */
  @Override
  public String toString() {
    return "Breaker[" + name + (key == null ? "" : ", key=" + key) + ", " + state() + "]";
  }

  /**
   * Tells whether an operator has decided the state.
   *
   * @return true from {@link #forceOpen()}, {@link #forceClosed()} or {@link #disable()} until
   *     {@link #close()}
   */
  public boolean isForced() {
    return state.isForced();
  }

  /**
   * Reads what the window holds. Costs the reader a sum over the counters of all threads, and the
   * callers nothing.
   *
   * @return the counts at this moment; all zero unless calls pass and are counted
   */
  public Rates rates() {
    Closed counting = state.counting();
    return counting == null ? Rates.NONE : counting.rates();
  }

  /**
   * Reads the policy.
   *
   * @return its values at this moment
   */
  public CircuitBreakerPolicy policy() {
    return policy;
  }

  @Nullable SlowCalls slowCalls() {
    return slowCalls;
  }

  void open(State from, int openings) {
    move(from, new Open(this, openings));
  }

  /** Opens where no caller is there whose thread could publish the event. */
  void openUnattended(State from, int openings) {
    State to = new Open(this, openings);
    if (STATE.compareAndSet(this, from, to)) {
      Announcer.publish(new BreakerMoved(name, key, from.kind(), to.kind()), log);
    }
  }

  void close(State from) {
    move(from, new Closed(this));
  }

  void move(State from, State to) {
    if (STATE.compareAndSet(this, from, to)) {
      align();
      publish(from, to);
    }
  }

  /** Doubles with each opening, up to the policy's limit. */
  long openNanos(int openings) {
    CircuitBreakerPolicy now = policy;
    long nanos = now.openFor().toNanos();
    long most = now.maxOpenFor().toNanos();
    for (int i = 1; i < openings && nanos < most; i++) {
      nanos = nanos > most / 2 ? most : nanos * 2;
    }
    return nanos;
  }

  Permit refuse(long retryAfterNanos) {
    return new Refusal(new CircuitOpenException(name, key, retryAfterNanos));
  }

  /** Tells whether nothing is lost with this breaker; asked once a sweep, one thread at a time. */
  boolean isIdle() {
    State now = state;
    Idleness before = idleness;
    Idleness present = Idleness.of(now, before);
    idleness = present;
    return present.equals(before) && present.mayGo(now);
  }

  private void publish(State from, State to) {
    if (from.kind() != to.kind()) {
      Events.publish(new BreakerMoved(name, key, from.kind(), to.kind()), log);
    }
  }
}
