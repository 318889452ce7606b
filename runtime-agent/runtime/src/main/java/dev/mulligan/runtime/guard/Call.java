package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.deadletter.Captured;
import dev.mulligan.runtime.deadletter.LostAttempt;
import dev.mulligan.runtime.deadletter.LostCall;
import dev.mulligan.runtime.deadletter.Suspicion;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.retry.Payment;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call that has failed at least once, from its first failure to its end. Belongs to the thread
 * that makes the call.
 */
public final class Call {
  /** How many attempts a letter tells of. */
  private static final int REMEMBERED = 20;

  private final Ending ending;
  private final Admission admission;
  private final long start;
  private final @Nullable Object receiver;
  private final Object[] arguments;
  private final @Nullable Object keyArgument;
  private final @Nullable String key;
  private final @Nullable Captured snapshot;
  private final String thread;
  private final @Nullable Deque<LostAttempt> attempts;
  private final List<Throwable> thrown = new ArrayList<>(2);
  private @Nullable Permit permit;
  private int failed;
  private long waited;
  private Payment payment = Payment.FREE;
  private boolean goesOn;
  private boolean letGo;
  private boolean later;
  private Shutdown.@Nullable Waiting waiting;
  private LetterReason reason = LetterReason.FAILED;
  private final boolean nested;
  private final @Nullable Consumer<Throwable> replay;
  private boolean answered;
  private @Nullable Object answer;
  private @Nullable Failure own;
  private @Nullable Failure lastFailure;
  private @Nullable Instant firstFailure;

  Call(
      Plan plan,
      long start,
      @Nullable Object receiver,
      Object[] arguments,
      @Nullable Captured snapshot) {
    KeyReader reader = plan.admission().key();
    this.ending = plan.failures().ending();
    this.admission = plan.admission();
    this.start = start;
    this.receiver = receiver;
    this.arguments = arguments;
    this.keyArgument = reader == null ? null : arguments[reader.index()];
    this.key = reader == null ? null : reader.text(reader.read(keyArgument));
    this.snapshot = snapshot;
    this.thread = ending.writesLetters() ? nameOf(Thread.currentThread()) : "";
    this.attempts = ending.writesLetters() ? new ArrayDeque<>() : null;
    this.nested = Nesting.isInside();
    this.replay = ending.replay(receiver, arguments);
    if (attempts != null) {
      ExitHook.ensure();
    }
  }

  /** A call that is over, where nothing more can be told of it. */
  Call(Ending ending) {
    this.ending = ending;
    this.admission = Admission.FREE;
    this.start = 0;
    this.receiver = null;
    this.arguments = new Object[0];
    this.keyArgument = null;
    this.key = null;
    this.snapshot = null;
    this.thread = "";
    this.attempts = null;
    this.nested = true;
    this.replay = null;
  }

  /**
   * Gives the permit of the next attempt.
   *
   * @return the permit; null if no policy wanted to be asked
   */
  public @Nullable Permit permit() {
    return permit;
  }

  /**
   * Tells whether another attempt is to be made.
   *
   * @return false if the call is over
   */
  public boolean goesOn() {
    return goesOn;
  }

  /**
   * Tells whether a fallback has answered.
   *
   * @return true if the caller gets {@link #answer}
   */
  public boolean isAnswered() {
    return answered;
  }

  /**
   * Gives the fallback's answer.
   *
   * @param <T> the method's result
   * @return what the fallback returned
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // it was checked
  public <T extends @Nullable Object> T answer() {
    return (T) answer;
  }

  void answer(@Nullable Object value) {
    answered = true;
    answer = value;
  }

  void recovered() {
    waitsNoMore();
    Nesting.leave(this);
    if (failed > 0) {
      ending.recovered(this);
    }
  }

  void givenUp(Failure failure) {
    lastFailure = failure;
  }

  /** What the caller gets, once the call was given up. */
  @Nullable Failure lastFailure() {
    return lastFailure;
  }

  /** Notes a failed attempt. */
  void add(Failure failure) {
    failed++;
    if (attempts != null) {
      remember(attempts, failure);
    }
    thrown.add(failure.thrown());
    if (thrown.size() > Suppressed.MOST + 1) {
      thrown.remove(0);
    }
  }

  private void remember(Deque<LostAttempt> earlier, Failure failure) {
    Instant now = Time.now();
    if (firstFailure == null) {
      firstFailure = now;
    }
    earlier.add(new LostAttempt(failed, now, Duration.ofNanos(waited), failure));
    if (earlier.size() > REMEMBERED) {
      earlier.removeFirst();
    }
  }

  void waited(long nanos) {
    waited = nanos;
  }

  /** Notes what the next attempt was paid from. */
  void paid(Payment from) {
    payment = from;
  }

  /** Gives what the last attempt was paid from, once. */
  Payment takePayment() {
    Payment taken = payment;
    payment = Payment.FREE;
    return taken;
  }

  /**
   * Sleeps before the next attempt; false if the process is ending or the guard is off. The call is
   * known to wait until {@link #waitsNoMore}: it may still need leave for the attempt, and its
   * letter is waited for.
   */
  boolean sleep(long nanos, Power power) throws InterruptedException {
    if (waiting == null) {
      Thread thread = Thread.currentThread();
      waiting = () -> LockSupport.unpark(thread);
      Shutdown.enter(waiting);
    }
    boolean slept = Shutdown.sleep(nanos, power);
    waited = nanos;
    return slept;
  }

  void waitsNoMore() {
    if (waiting != null) {
      Shutdown.leave(waiting);
      waiting = null;
    }
  }

  /** Notes why no further attempt will be made, if that is not for the failures alone. */
  void endsWith(LetterReason why) {
    reason = why;
  }

  /** Notes that the guard was switched off meanwhile: the call just ends as it is. */
  void letGo() {
    letGo = true;
  }

  boolean isLetGo() {
    return letGo;
  }

  LetterReason reason() {
    return reason;
  }

  void stop() {
    goesOn = false;
  }

  void goOn(@Nullable Permit next) {
    permit = next;
    goesOn = true;
    Nesting.enter(this);
  }

  void end() {
    stop();
    try {
      waitsNoMore();
    } finally {
      Nesting.leave(this);
    }
  }

  /** Notes that the caller gets a future, and sees of a failure what that shows. */
  void endsLater() {
    later = true;
  }

  /** A future shows its getter what a CompletionException carries, and not that exception. */
  Throwable seen(Throwable failure) {
    Throwable carried = later && failure instanceof CompletionException ? failure.getCause() : null;
    return carried == null ? failure : carried;
  }

  /** Adds the exceptions of earlier attempts to what the caller sees of the last one's. */
  void suppressEarlier(Throwable last) {
    Throwable target = seen(last);
    for (Throwable earlier : thrown) {
      // What carries the target would close a circle.
      if (seen(earlier) != target) {
        Suppressed.add(target, earlier);
      }
    }
  }

  LostCall lost(LetterReason reason, Failure failure) {
    return new LostCall(
        reason,
        failure,
        firstFailure,
        attempts == null ? List.of() : List.copyOf(attempts),
        receiver,
        Arrays.asList(arguments),
        snapshot,
        key,
        thread,
        reason == LetterReason.FAILED || reason == LetterReason.POISON
            ? Blame.of(this, failure)
            : Suspicion.NONE);
  }

  /** Virtual threads have no name. */
  private static String nameOf(Thread thread) {
    return thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
  }

  @Nullable Captured snapshot() {
    return snapshot;
  }

  Admission admission() {
    return admission;
  }

  long start() {
    return start;
  }

  int failed() {
    return failed;
  }

  long waited() {
    return waited;
  }

  /** Tells whoever replays a letter that the call has failed, even where it returns. */
  void failReplay(Throwable failure) {
    if (replay != null) {
      replay.accept(failure);
    }
  }

  /** Notes what an attempt failed with, rather than what refused it. */
  void attempted(Failure failure) {
    own = failure;
  }

  /** The failure of the last attempt that was made, or null if all were refused. */
  @Nullable Failure own() {
    return own;
  }

  /** Tells whether another call is repeating around this one, on the thread where it failed. */
  boolean isNested() {
    return nested;
  }

  /** Tells whether this is the replay of a letter, which does not become another letter. */
  boolean isReplay() {
    return replay != null;
  }

  @Nullable Object receiver() {
    return receiver;
  }

  Object[] arguments() {
    return arguments;
  }

  @Nullable String key() {
    return key;
  }

  @Nullable Object keyArgument() {
    return keyArgument;
  }
}
