package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.deadletter.Captured;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.deadletter.LetterBox;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.notify.Events;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a call ends that nobody attempts again: {@code Fallback( DeadLetter( … ))}. Earlier failures
 * are added to the last one, the event is published, the letter is written, and the fallback is
 * asked. Thread-safe.
 */
final class Ending {
  private final CallEvents events;
  private final @Nullable LetterBox letters;
  private final DeadLetterOffice office;
  private final @Nullable Fallback fallback;

  Ending(
      CallEvents events,
      @Nullable LetterBox letters,
      DeadLetterOffice office,
      @Nullable Fallback fallback) {
    this.events = events;
    this.letters = letters;
    this.office = office;
    this.fallback = fallback;
  }

  /** Ends the call: earlier failures, the event, the letter. */
  void giveUp(Call call, Failure failure, LetterReason reason) {
    call.givenUp(failure);
    call.failReplay(failure.thrown());
    call.suppressEarlier(failure.thrown());
    if (call.isLetGo()) {
      return;
    }
    if (reason == LetterReason.REFUSED) {
      events.refused(call, failure.thrown());
    } else if (reason == LetterReason.FAILED || reason == LetterReason.POISON) {
      events.exhausted(call, failure);
    }
    if (letters != null && letters.keeps(reason, failure) && !call.isReplay()) {
      Throwable trouble = office.keep(letters, call.lost(reason, failure));
      events.letter(trouble == null);
      if (trouble != null) {
        Suppressed.add(call.seen(failure.thrown()), trouble);
      }
    }
  }

  /**
   * Tells whether the first failure of a call is to be its last, because its arguments have made
   * call after call fail.
   */
  boolean isPoison(Call call, Failure failure) {
    return letters != null
        && call.failed() == 0
        && letters.keeps(LetterReason.FAILED, failure)
        && letters.isPoison(call.arguments(), call.snapshot(), () -> Blame.of(call, failure));
  }

  /** Tells whether the fallback answers a call that was given up. It does not in a replay. */
  boolean answers(Call call) {
    Failure failure = call.lastFailure();
    return fallback != null
        && failure != null
        && !call.isReplay()
        && !call.isLetGo()
        && call.reason() != LetterReason.INTERRUPTED
        && !failure.unwanted()
        && fallback.takes(call.arguments(), failure.peeled());
  }

  /**
   * Asks the fallback.
   *
   * @throws Throwable what the fallback throws, as it is
   */
  @Nullable Object answer(Call call) throws Throwable {
    Failure failure = call.lastFailure();
    if (fallback == null || failure == null) {
      throw new IllegalStateException("no fallback");
    }
    try {
      events.fellBack(call, failure);
    } catch (Throwable broken) {
      events.log().warn("The fallback of " + events.method() + " is not told of", broken);
    }
    try {
      return fallback.call(call.receiver(), call.arguments(), failure.peeled());
    } catch (Throwable own) {
      Suppressed.add(own, failure.thrown());
      throw own;
    }
  }

  @Nullable Captured snapshot(Object[] arguments) {
    return letters != null && letters.policy().snapshot() ? letters.snapshot(arguments) : null;
  }

  /**
   * Notes a refusal, if nothing else is to be done about it.
   *
   * @return false if somebody listens, keeps it or answers
   */
  boolean justCounts(Throwable refusal) {
    if (letters != null || fallback != null || Events.watchAttempts(events.log())) {
      return false;
    }
    events.countRefused(refusal);
    return true;
  }

  /** Tells whether a call that fails for good would leave a letter. */
  boolean wouldKeep(Failure failure) {
    return letters != null && letters.keeps(LetterReason.FAILED, failure);
  }

  /** Tells whether the fallback would answer a call that fails for good. */
  boolean wouldAnswer(Failure failure, Object[] arguments) {
    boolean isKnown = !(fallback instanceof CodeFallback) || arguments.length > 1;
    return fallback != null && isKnown && fallback.takes(arguments, failure.peeled());
  }

  /** Tells whether giving up may take the time that a letter takes. */
  boolean writesLetters() {
    return letters != null;
  }

  @Nullable Consumer<Throwable> replay(@Nullable Object receiver, Object[] arguments) {
    return letters == null ? null : office.ongoingReplay(letters, receiver, arguments);
  }

  /** Makes the method known for replay. */
  void register() {
    if (letters != null) {
      office.register(letters);
    }
  }

  void recovered(Call call) {
    events.recovered(call);
    if (letters != null) {
      letters.succeeded(call.arguments(), call.snapshot());
    }
  }
}
