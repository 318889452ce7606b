package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.policy.FailureRules;
import dev.mulligan.runtime.rejection.RejectedCallException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One failed attempt, classified.
 *
 * @param thrown the exception as the caller would see it
 * @param peeled the same without its carriers
 * @param type its type
 * @param retryAfter how long the other side asked to wait, or null
 * @param unwanted whether the attempt returned, and the exceptions only stand for its value
 */
public record Failure(
    Throwable thrown,
    Throwable peeled,
    FailureType type,
    @Nullable Duration retryAfter,
    boolean unwanted) {

  /**
   * An attempt that threw.
   *
   * @param thrown the exception as the caller would see it
   * @param peeled the same without its carriers
   * @param type its type
   * @param retryAfter how long the other side asked to wait, or null
   */
  public Failure(
      Throwable thrown, Throwable peeled, FailureType type, @Nullable Duration retryAfter) {
    this(thrown, peeled, type, retryAfter, false);
  }

  /**
   * Tells whether rules about what is repeated, or counted against the other side, mean this
   * failure. By default they mean what is retriable, but no error and no refusal.
   *
   * @param rules the rules of a policy
   * @return true if it is meant
   */
  public boolean isMeantBy(FailureRules rules) {
    return switch (rules.decide(thrown, peeled, type)) {
      case YES -> broadestName(peeled) == Throwable.class || isNamedBy(rules, peeled);
      case NO -> false;
      case UNDECIDED -> type.isRetriable() && !(peeled instanceof Error) && !isRefusal(peeled);
    };
  }

  /**
   * Tells whether rules name an exception. Refusals and interrupts are not the method's own
   * failures: whoever writes {@code Exception} or {@code RuntimeException} does not think of them.
   *
   * @param rules the rules of a policy
   * @param failure the exception, without carriers
   * @return true if {@code on} has its class or a superclass that is not too broad
   */
  public static boolean isNamedBy(FailureRules rules, Throwable failure) {
    return rules.names(failure, broadestName(failure));
  }

  private static Class<? extends Throwable> broadestName(Throwable failure) {
    if (isRefusal(failure)) {
      return RejectedCallException.class;
    }
    return failure instanceof InterruptedException ? InterruptedException.class : Throwable.class;
  }

  /** A timeout is thrown by Mulligan too, but the method was called, and may succeed next time. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof RejectedCallException rejected && !rejected.wasAttempted();
  }
}
