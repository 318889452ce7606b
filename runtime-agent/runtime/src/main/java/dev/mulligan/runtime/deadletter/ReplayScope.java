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

  private final boolean isReceiverKnown;
  private final @Nullable Object receiver;
  private final String callId;
  private final Object[] arguments;
  private final @Nullable ReplayScope outer;
  private volatile @Nullable Throwable failure;

  private ReplayScope(
      boolean isReceiverKnown, @Nullable Object receiver, String callId, Object[] arguments) {
    this.isReceiverKnown = isReceiverKnown;
    this.receiver = receiver;
    this.callId = callId;
    this.arguments = arguments;
    this.outer = CURRENT.get();
    CURRENT.set(this);
  }

  /** Begins a replay on an object; null for a static method. */
  static ReplayScope on(@Nullable Object receiver, String callId, Object[] arguments) {
    return new ReplayScope(true, receiver, callId, arguments);
  }

  /** Begins a replay on what may stand before the object whose method is called. */
  static ReplayScope onSome(String callId, Object[] arguments) {
    return new ReplayScope(false, null, callId, arguments);
  }

  static void leave() {
    ReplayScope current = CURRENT.get();
    if (current == null || current.outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(current.outer);
    }
  }

  /** The replay that a call of this thread is, or null. */
  static @Nullable ReplayScope of(
      @Nullable Object receiver, String callId, List<@Nullable Object> arguments) {
    ReplayScope current = CURRENT.get();
    boolean isReplay =
        current != null
            && current.callId.equals(callId)
            && (current.receiver == receiver || !current.isReceiverKnown)
            && current.hasSame(arguments);
    return isReplay ? current : null;
  }

  /** Notes that the call has failed, on any thread. */
  void failed(Throwable why) {
    failure = why;
  }

  @Nullable Throwable failure() {
    return failure;
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
