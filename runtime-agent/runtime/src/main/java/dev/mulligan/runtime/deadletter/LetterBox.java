package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.WhenOpen;
import dev.mulligan.runtime.classify.Classifier;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import dev.mulligan.runtime.policy.FailureRules.Verdict;
import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.runtime.replay.ReplayFailure;
import dev.mulligan.runtime.spi.FailureContext;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The dead-letter policy of one method, and what is needed to call the method again. Thread-safe.
 */
public final class LetterBox {
  static {
    KnownKeys.add(KeyFile.SETTING);
    KnownKeys.add(PoisonWatch.SETTING);
  }

  private static final int LONGEST_REPLAY_FAILURE = 1_000;

  private final GuardedMethod method;
  private volatile DeadLetterPolicy policy;
  private final String callId;
  private final Json json = new Json();
  private final Classifier classifier;
  private final PoisonWatch poison;

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
    this.classifier = new Classifier(method.declaring().getClassLoader());
    this.poison = new PoisonWatch(method, callId);
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
  public Captured snapshot(Object[] arguments) {
    return capture(Arrays.asList(arguments), ring());
  }

  private Captured capture(List<@Nullable Object> arguments, @Nullable KeyRing ring) {
    return new ArgumentWriter(json, ring != null).capture(method.parameters(), arguments);
  }

  private @Nullable KeyRing ring() {
    return KeyFile.ring(method.declaring().getClassLoader());
  }

  /**
   * Tells whether the arguments of a call that has just failed have made so many calls fail that
   * another attempt is not worth it.
   *
   * @param arguments the arguments
   * @param snapshot the arguments as they were when the call began, or null if they were not copied
   * @param suspicion whether the failure may be blamed on them
   * @return true if the call is to end at once, with {@link LetterReason#POISON}
   */
  public boolean isPoison(
      Object[] arguments, @Nullable Captured snapshot, Supplier<Suspicion> suspicion) {
    return poison.isPoison(() -> now(arguments, snapshot), suspicion);
  }

  /**
   * Notes that a call has succeeded after a failure: its arguments are not to blame.
   *
   * @param arguments the arguments
   * @param snapshot the arguments as they were when the call began, or null if they were not copied
   */
  public void succeeded(Object[] arguments, @Nullable Captured snapshot) {
    poison.succeeded(() -> now(arguments, snapshot));
  }

  private Captured now(Object[] arguments, @Nullable Captured snapshot) {
    return snapshot != null ? snapshot : capture(Arrays.asList(arguments), ring());
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

  /**
   * Reads arguments in place of a letter's own.
   *
   * @param letter the letter as it was written
   * @param arguments what is to be read; an encrypted one must be the letter's, in whatever place
   * @throws IllegalArgumentException if one is missing or does not fit
   */
  Object[] read(Letter letter, List<LetterArgument> arguments) {
    int taken = method.parameters().size();
    if (arguments.size() != taken) {
      // The letter may be of another call, whose name would say nothing.
      throw new IllegalArgumentException(callId + " takes " + taken + " arguments now");
    }
    return new ArgumentReader(json, this::ring).read(letter, arguments, method.parameters());
  }

  Letter write(LostCall call) {
    Instant now = Time.now();
    String id = newId(now);
    KeyRing ring = ring();
    // Also with a snapshot: a message may tell a secret of either time.
    Captured last = capture(call.arguments(), ring);
    Captured kept = Objects.requireNonNullElse(call.snapshot(), last);
    poison.failed(kept, call.suspicion(), call.failure());
    Secrets secrets = last.secrets();
    Map<String, String> context = Origins.context(method, secrets);
    String failure = Texts.chain(call.failure().thrown());
    secrets.lookInto(failure);
    Scrubber scrubber = Scrubber.of(kept.secrets(), secrets);
    List<LetterArgument> arguments = kept.forLetter(id, ring);
    String key = call.key() == null ? null : scrubber.scrub(call.key());
    List<LetterAttempt> attempts = call.attempts().stream().map(scrubber::scrub).toList();
    return new Letter(
        id,
        callId,
        policy.queue(),
        call.reason(),
        call.failure().type(),
        method.declaring().getName(),
        method.name(),
        key,
        Identity.of(callId, key, arguments),
        arguments,
        scrubber.scrub(failure),
        attempts,
        Objects.requireNonNullElse(call.firstFailure(), now),
        now,
        now.plus(policy.retention()),
        Origins.of(method, call.thread(), context, scrubber),
        LetterStatus.FRESH);
  }

  /** Describes what a replay has failed with; never throws. */
  ReplayFailure describe(Throwable failure, Object[] arguments) {
    Failure classified =
        classifier.classify(
            failure, () -> new FailureContext(usualName(), method.location(), null, 1));
    String text;
    try {
      String chain = Texts.chain(failure);
      Secrets secrets = capture(Arrays.asList(arguments), ring()).secrets();
      secrets.lookInto(chain);
      text = Scrubber.of(secrets, secrets).scrub(chain, LONGEST_REPLAY_FAILURE);
    } catch (Throwable broken) {
      // What cannot be searched for secrets is not told.
      text = failure.getClass().getName();
    }
    return new ReplayFailure(Time.now(), classified.type(), text);
  }

  /** The policies' name, unless they were given another one. */
  private String usualName() {
    return method.declaring().getSimpleName() + "." + method.name();
  }

  /** Milliseconds, then randomness: sorts by time, and no two machines meet. */
  private static String newId(Instant now) {
    return String.format("%012x%016x", now.toEpochMilli(), Time.randomBits());
  }
}
