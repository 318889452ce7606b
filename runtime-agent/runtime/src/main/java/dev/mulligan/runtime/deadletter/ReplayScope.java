package dev.mulligan.runtime.deadletter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Knows which call of this thread is a replay, so that its failure does not become a second letter.
 * Other calls that it makes, even of the same method, are lost like any other.
 */
final class ReplayScope {
  private static final ThreadLocal<@Nullable ReplayScope> CURRENT = new ThreadLocal<>();

  private final String callId;
  private final Object[] arguments;
  private final @Nullable ReplayScope outer;

  private ReplayScope(String callId, Object[] arguments, @Nullable ReplayScope outer) {
    this.callId = callId;
    this.arguments = arguments;
    this.outer = outer;
  }

  static void enter(String callId, Object[] arguments) {
    CURRENT.set(new ReplayScope(callId, arguments, CURRENT.get()));
  }

  static void leave() {
    ReplayScope current = CURRENT.get();
    if (current == null || current.outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(current.outer);
    }
  }

  /** Tells whether a lost call is the one that is being replayed. */
  static boolean isReplay(String callId, List<@Nullable Object> arguments) {
    ReplayScope current = CURRENT.get();
    return current != null && current.callId.equals(callId) && current.hasSame(arguments);
  }

  private boolean hasSame(List<@Nullable Object> others) {
    if (others.size() != arguments.length) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      if (!isSame(arguments[i], others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    // A primitive was unboxed and boxed again on its way.
    boolean boxed = one instanceof Number || one instanceof Boolean || one instanceof Character;
    return one == other || (boxed && Objects.equals(one, other));
  }
}
