package dev.mulligan.runtime.guard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows the calls of this thread that are in their second or a later attempt.
 *
 * <p>A retry inside a retry would multiply: 3 attempts around 3 are 9, and around those 27. While
 * an outer call is repeating, an inner one makes a single attempt, and its failure is the outer
 * one's to repeat. So attempts add up instead: 3 and 3 give 5. A first outer attempt is not known
 * here, because a call that never fails must not pay for it.
 */
final class Nesting {
  private static final ThreadLocal<@Nullable List<Call>> REPEATING = new ThreadLocal<>();

  private Nesting() {}

  static void enter(Call call) {
    List<Call> calls = REPEATING.get();
    if (calls == null) {
      calls = new ArrayList<>();
      REPEATING.set(calls);
    }
    if (!calls.contains(call)) {
      calls.add(call);
    }
  }

  static void leave(Call call) {
    List<Call> calls = REPEATING.get();
    if (calls != null && calls.remove(call) && calls.isEmpty()) {
      REPEATING.remove();
    }
  }

  /** Tells whether a call is repeating on this thread. */
  static boolean isInside() {
    List<Call> calls = REPEATING.get();
    return calls != null && !calls.isEmpty();
  }

  /** Takes what is known of this thread, as it is now, to another one. */
  static @Nullable List<Call> capture() {
    List<Call> calls = REPEATING.get();
    return calls == null ? null : List.copyOf(calls);
  }

  /** Sets what is known of this thread, and returns what was known before. */
  static @Nullable List<Call> replace(@Nullable List<Call> calls) {
    List<Call> before = REPEATING.get();
    if (calls == null) {
      REPEATING.remove();
    } else {
      REPEATING.set(new ArrayList<>(calls));
    }
    return before;
  }
}
