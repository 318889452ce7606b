package dev.mulligan.agent.weave;

import net.bytebuddy.description.method.MethodDescription;
import org.jspecify.annotations.Nullable;

/** Knows which methods cannot be guarded, and why. */
final class Unweavable {
  private Unweavable() {}

  /** A method handle takes 255 slots with itself, an argument array and an exception. */
  private static final int MOST_SLOTS = 250;

  static @Nullable String reason(MethodDescription.InDefinedShape method, boolean redefinition) {
    if (method.isNative()) {
      return "a native method has no body to weave";
    }
    if (method.getStackSize() > MOST_SLOTS) {
      return "its parameters take "
          + method.getStackSize()
          + " slots, and no more than "
          + MOST_SLOTS
          + " can be handed to a guard";
    }
    if (AsyncResults.isUnknown(method)) {
      return "its result "
          + method.getReturnType().asErasure().getName()
          + " is asynchronous and not understood; it would be taken for a success at once";
    }
    if (redefinition && method.isSynchronized()) {
      return "a synchronized method can only be woven while its class loads, because it must give"
          + " up its monitor between attempts";
    }
    return null;
  }
}
