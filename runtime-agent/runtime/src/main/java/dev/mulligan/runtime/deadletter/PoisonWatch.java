package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells arguments of one method that make every call fail from failures that strike any call. Costs
 * nothing until a call has failed for good, and nothing much until arguments have done so often.
 * Thread-safe.
 */
final class PoisonWatch {
  static final String SETTING = "mulligan.letters.poisonAfter";
  static final int DEFAULT = 5;

  /** Without a breaker that sees other calls succeed, it takes more of the same failure. */
  private static final int UNPROVEN_FACTOR = 2;

  private final GuardedMethod method;
  private final String callId;
  private final Fingerprints fingerprints;
  private volatile boolean hasNoted;

  PoisonWatch(GuardedMethod method, String callId) {
    this.method = method;
    this.callId = callId;
    this.fingerprints = Fingerprints.ofProcess();
  }

  /** Notes that a call has failed for good. */
  void failed(Captured arguments, Suspicion suspicion, Failure failure) {
    String fingerprint = suspicion == Suspicion.NONE ? null : arguments.fingerprint(callId);
    if (fingerprint != null && inARow(suspicion) > 0) {
      fingerprints.failed(fingerprint, callId, failure);
      hasNoted = true;
    }
  }

  /**
   * Tells whether a call that has just failed is not worth another attempt.
   *
   * @param arguments captures the arguments, if need be
   * @param blame tells whether they may be blamed, if need be
   */
  boolean isPoison(Supplier<Captured> arguments, Supplier<Suspicion> blame) {
    if (!hasNoted) {
      return false;
    }
    Suspicion suspicion = blame.get();
    int inARow = suspicion == Suspicion.NONE ? 0 : inARow(suspicion);
    if (inARow == 0 || !fingerprints.knows(callId, inARow)) {
      return false;
    }
    String fingerprint = arguments.get().fingerprint(callId);
    return fingerprint != null
        && fingerprints.isPoison(fingerprint, inARow, suspicion == Suspicion.UNPROVEN);
  }

  /** Forgets arguments with which a call has succeeded after all. */
  void succeeded(Supplier<Captured> arguments) {
    if (hasNoted && fingerprints.knows(callId, 1)) {
      String fingerprint = arguments.get().fingerprint(callId);
      if (fingerprint != null) {
        fingerprints.forgive(fingerprint);
      }
    }
  }

  private int inARow(Suspicion suspicion) {
    int after = after(Config.of(method.declaring().getClassLoader()).get(SETTING));
    int wanted = suspicion == Suspicion.UNPROVEN ? after * UNPROVEN_FACTOR : after;
    return Math.min(wanted, Fingerprints.MOST_IN_A_ROW);
  }

  private static int after(@Nullable String configured) {
    if (configured == null) {
      return DEFAULT;
    }
    try {
      int after = Integer.parseInt(configured.strip());
      if (after >= 0 && after <= Fingerprints.MOST_IN_A_ROW) {
        return after;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    Complaints.once(
        SETTING
            + " = "
            + configured
            + ": must be a whole number between 0 and "
            + Fingerprints.MOST_IN_A_ROW
            + "; "
            + DEFAULT
            + " is used");
    return DEFAULT;
  }

  /** The last complaint, so that it is made once and not with every failure. */
  private static final class Complaints {
    private static volatile List<String> made = List.of();

    static void once(String complaint) {
      if (!made.contains(complaint)) {
        made = List.of(complaint);
        Log.warn(complaint);
      }
    }
  }
}
