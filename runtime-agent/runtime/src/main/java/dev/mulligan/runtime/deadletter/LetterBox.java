package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.WhenOpen;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import dev.mulligan.runtime.policy.FailureRules.Verdict;
import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.runtime.time.Time;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The dead-letter policy of one method, and what is needed to call the method again. Thread-safe.
 */
public final class LetterBox {
  private final GuardedMethod method;
  private volatile DeadLetterPolicy policy;
  private final String callId;
  private final Json json = new Json();

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
   * Decides whether a call leaves a letter.
   *
   * @param reason why it ended
   * @param failure the last failure
   * @return true if it is kept
   */
  public boolean keeps(LetterReason reason, Failure failure) {
    boolean refused =
        reason == LetterReason.REFUSED
            || (failure.peeled() instanceof RejectedCallException rejected
                && !rejected.wasAttempted());
    if (refused && policy.whenOpen() == WhenOpen.REJECT) {
      return false;
    }
    Verdict verdict = policy.failures().decide(failure.thrown(), failure.peeled(), failure.type());
    return reason == LetterReason.REFUSED
        || verdict == Verdict.YES
        || (verdict == Verdict.UNDECIDED && !(failure.peeled() instanceof Error));
  }

  /**
   * Copies arguments when a call begins.
   *
   * @param arguments the arguments
   * @return the copies, as JSON
   */
  public List<LetterArgument> snapshot(Object[] arguments) {
    return new ArgumentWriter(json).write(method.parameters(), Arrays.asList(arguments));
  }

  /**
   * Reads the policy.
   *
   * @return its values
   */
  public DeadLetterPolicy policy() {
    return policy;
  }

  /**
   * Changes the policy, but for its {@code id}.
   *
   * @param changed the values from now on
   */
  public void reconfigure(DeadLetterPolicy changed) {
    policy = changed;
  }

  String callId() {
    return callId;
  }

  GuardedMethod method() {
    return method;
  }

  Object[] read(Letter letter) {
    return new ArgumentReader(json).read(letter, method.parameters());
  }

  Letter write(LostCall call) {
    Instant now = Time.now();
    ArgumentWriter writer = new ArgumentWriter(json);
    List<LetterArgument> arguments = writer.write(method.parameters(), call.arguments());
    Scrubber scrubber = new Scrubber(writer.secrets());
    List<LetterArgument> snapshot = call.snapshot();
    List<LetterAttempt> attempts = call.attempts().stream().map(scrubber::scrub).toList();
    return new Letter(
        newId(now),
        callId,
        policy.queue(),
        call.reason(),
        call.failure().type(),
        method.declaring().getName(),
        method.name(),
        call.key(),
        "",
        snapshot != null ? snapshot : arguments,
        scrubber.scrub(Texts.chain(call.failure().thrown())),
        attempts,
        Objects.requireNonNullElse(call.firstFailure(), now),
        now,
        now.plus(policy.retention()),
        new LetterOrigin(Thread.currentThread().getName(), Host.NAME, "", null, Map.of()),
        LetterStatus.FRESH);
  }

  /** Milliseconds, then randomness: sorts by time, and no two machines meet. */
  private static String newId(Instant now) {
    return String.format("%012x%016x", now.toEpochMilli(), Time.randomBits());
  }

  /** Looked up with the first letter, not when a class is linked: a resolver may be slow. */
  private static final class Host {
    static final String NAME = name();

    private static String name() {
      String known = System.getenv("HOSTNAME");
      try {
        return known != null ? known : InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "unknown";
      }
    }
  }
}
