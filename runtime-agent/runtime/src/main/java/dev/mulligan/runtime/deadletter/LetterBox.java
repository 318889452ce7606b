package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.WhenOpen;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.method.Parameter;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import dev.mulligan.runtime.policy.FailureRules.Verdict;
import dev.mulligan.runtime.time.Time;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The dead-letter policy of one method, and what is needed to call the method again. Thread-safe.
 */
public final class LetterBox {
  private static final String HOST = host();

  private final GuardedMethod method;
  private final DeadLetterPolicy policy;
  private final String callId;

  /**
   * Creates the box.
   *
   * @param method the guarded method
   * @param policy its policy
   */
  public LetterBox(GuardedMethod method, DeadLetterPolicy policy) {
    this.method = method;
    this.policy = policy;
    this.callId = policy.id().isEmpty() ? method.callId() : policy.id();
  }

  /**
   * Decides whether a failure leaves a letter.
   *
   * @param failure the last failure
   * @return true if it does
   */
  public boolean wants(Failure failure) {
    Verdict verdict = policy.failures().decide(failure.thrown(), failure.peeled(), failure.type());
    return verdict == Verdict.YES
        || (verdict == Verdict.UNDECIDED && !(failure.peeled() instanceof Error));
  }

  /**
   * Decides whether a call that ended for a reason is kept.
   *
   * @param reason why it ended
   * @return false for refusals, unless the policy asks for them
   */
  public boolean keeps(LetterReason reason) {
    return reason != LetterReason.REFUSED || policy.whenOpen() == WhenOpen.KEEP;
  }

  /**
   * Copies arguments when a call begins.
   *
   * @param arguments the arguments
   * @return the copies, as JSON
   */
  public List<LetterArgument> snapshot(Object[] arguments) {
    return ArgumentCodec.write(method.parameters(), Arrays.asList(arguments));
  }

  /**
   * Reads the policy.
   *
   * @return its values
   */
  public DeadLetterPolicy policy() {
    return policy;
  }

  String callId() {
    return callId;
  }

  GuardedMethod method() {
    return method;
  }

  Letter write(LostCall call) {
    Instant now = Time.now();
    List<Parameter> parameters = method.parameters();
    Scrubber scrubber = Scrubber.of(parameters, call.arguments());
    List<LetterArgument> snapshot = call.snapshot();
    List<LetterAttempt> attempts = call.attempts().stream().map(scrubber::scrub).toList();
    return new Letter(
        newId(now),
        callId,
        policy.queue(),
        LetterState.STORED,
        call.reason(),
        call.failure().type(),
        method.declaring().getName(),
        method.name(),
        call.key(),
        snapshot != null ? snapshot : ArgumentCodec.write(parameters, call.arguments()),
        scrubber.scrub(Texts.chain(call.failure().thrown())),
        attempts,
        attempts.isEmpty() ? now : attempts.get(0).at(),
        now,
        now.plus(policy.retention()),
        Thread.currentThread().getName(),
        HOST,
        0);
  }

  /** Milliseconds, then randomness: sorts by time, and no two machines meet. */
  private static String newId(Instant now) {
    return String.format("%012x%08x%08x", now.toEpochMilli(), Time.randomBits(), Time.randomBits());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
