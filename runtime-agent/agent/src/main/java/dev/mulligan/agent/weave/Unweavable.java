package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Knows which methods cannot be guarded, and why. */
final class Unweavable {
  private static final List<String> TAKING_PART =
      List.of("Ljava/lang/ClassLoader;", "Ljava/lang/instrument/ClassFileTransformer;");

  /** A method handle takes 255 slots with itself, an argument array and an exception. */
  private static final int MOST_SLOTS = 250;

  private Unweavable() {}

  /** Tells why no method of a type can be guarded; null if there is no such reason. */
  static @Nullable String reason(Types types, TypeInfo type) {
    for (String part : TAKING_PART) {
      if (types.isAssignable("L" + type.internalName() + ";", part)) {
        return "it takes part in the loading of classes, and a guard there would load others and"
            + " could wait for itself";
      }
    }
    return null;
  }

  static @Nullable String reason(
      Types types,
      TypeInfo type,
      MethodInfo method,
      List<String> policies,
      @Nullable Class<?> loaded) {
    if (method.isNative()) {
      return "a native method has no body to weave";
    }
    if (method.slots() > MOST_SLOTS && needsHandle(method, policies)) {
      return "its parameters take "
          + method.slots()
          + " slots, and no more than "
          + MOST_SLOTS
          + " can be handed on by "
          + String.join(", ", policies);
    }
    String late = AsyncResults.unknown(types, method);
    if (late != null) {
      return late;
    }
    if (loaded != null && method.isSynchronized() && !gaveUpMonitor(method, loaded)) {
      return "a synchronized method can only be woven while its class loads, because it must give"
          + " up its monitor between attempts";
    }
    if (loaded == null && method.isSynchronized() && !method.isPrivate() && isBound(types, type)) {
      return "it is synchronized, and without that modifier objects of its class could not be read"
          + " that were serialized before; give the class a serialVersionUID";
    }
    return null;
  }

  /** Tells whether serialized objects are bound to the class as it is, modifiers included. */
  private static boolean isBound(Types types, TypeInfo type) {
    return !type.hasSerialVersion()
        && types.isAssignable("L" + type.internalName() + ";", "Ljava/io/Serializable;");
  }

  /** Tells whether the method, or its fallback, is called by anybody but its callers. */
  private static boolean needsHandle(MethodInfo method, List<String> policies) {
    return Shape.of(method, policies) != Shape.INLINE || policies.contains("DeadLetter");
  }

  /** Tells whether the method was woven when its class was loaded, which must be kept up then. */
  private static boolean gaveUpMonitor(MethodInfo method, Class<?> loaded) {
    try {
      for (Method candidate : loaded.getDeclaredMethods()) {
        if (candidate.getName().equals(method.name())
            && Type.getMethodDescriptor(candidate).equals(method.descriptor())) {
          return !Modifier.isSynchronized(candidate.getModifiers());
        }
      }
      return false;
    } catch (LinkageError absent) {
      return false;
    }
  }
}
