package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.time.Time;
import java.util.ArrayDeque;
import java.util.Deque;

/** A breaker and the permits that each thread holds; each permit gets one result. */
class BreakerUnderProof {
  static final SteppedTime TIME = new SteppedTime();

  /** More threads than any scenario has. */
  private static final int THREADS = 8;

  final Breaker breaker;
  private final Deque<Permit>[] held;

  @SuppressWarnings({"unchecked", "rawtypes"})
  BreakerUnderProof() {
    TIME.now = 0;
    // Opens when one of at least two calls failed: 1 % of at most 100.
    breaker = Policies.half(2).rate(1).breaker();
    held = new Deque[THREADS];
    for (int i = 0; i < THREADS; i++) {
      held[i] = new ArrayDeque<>();
    }
  }

  static void useSteppedTime() {
    Time.install(TIME);
  }

  void passTime() {
    TIME.now = Policies.OPEN_FOR.toNanos();
  }

  String acquire(int thread) {
    Permit permit = breaker.acquire();
    if (permit instanceof Refusal) {
      return "refused";
    }
    held[thread].push(permit);
    return "permit";
  }

  String report(int thread, int result) {
    return switch (result) {
      case 0 -> succeed(thread);
      case 1 -> fail(thread);
      default -> neutral(thread);
    };
  }

  String succeed(int thread) {
    if (held[thread].isEmpty()) {
      return "none";
    }
    held[thread].pop().succeeded();
    return "done";
  }

  String fail(int thread) {
    if (held[thread].isEmpty()) {
      return "none";
    }
    held[thread].pop().failed();
    return "done";
  }

  String neutral(int thread) {
    if (held[thread].isEmpty()) {
      return "none";
    }
    held[thread].pop().neutral();
    return "done";
  }

  BreakerState state() {
    return breaker.state();
  }
}
