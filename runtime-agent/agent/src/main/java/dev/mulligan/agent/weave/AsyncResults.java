package dev.mulligan.agent.weave;

import dev.mulligan.runtime.async.AsyncTypes;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Recognizes results that arrive after the method has returned, by the names of their types. */
final class AsyncResults {
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private AsyncResults() {}

  /** Tells whether the runtime knows when such a result has arrived. */
  static boolean isUnderstood(MethodDescription method) {
    return AsyncTypes.isUnderstood(method.getReturnType().asErasure().getName());
  }

  static boolean isUnknown(MethodDescription method) {
    return (!isUnderstood(method) && isAsynchronous(method.getReturnType().asErasure()))
        || method.getParameters().asTypeList().asErasures().stream()
            .anyMatch(parameter -> parameter.getName().equals(CONTINUATION));
  }

  private static boolean isAsynchronous(TypeDescription type) {
    if (type.isPrimitive() || type.isArray()) {
      return false;
    }
    if (AsyncTypes.isAsynchronous(type.getName())) {
      return true;
    }
    if (type.getName().startsWith("java.lang.")) {
      return false;
    }
    try {
      for (TypeDescription parent : type.getInterfaces().asErasures()) {
        if (isAsynchronous(parent)) {
          return true;
        }
      }
      TypeDescription.Generic parent = type.getSuperClass();
      return parent != null && isAsynchronous(parent.asErasure());
    } catch (RuntimeException unresolved) {
      // A type that is not there cannot be one of those above.
      return false;
    }
  }
}
