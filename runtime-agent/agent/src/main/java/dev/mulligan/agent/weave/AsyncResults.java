package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.runtime.async.AsyncTypes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Recognizes results that arrive after the method has returned, by the names of their types. */
final class AsyncResults {
  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;";

  private AsyncResults() {}

  /** Tells whether the runtime knows when such a result has arrived. */
  static boolean isUnderstood(MethodInfo method) {
    return AsyncTypes.isUnderstood(method.result().getClassName());
  }

  static boolean isUnknown(Types types, MethodInfo method) {
    Type result = method.result();
    return (result.getSort() == Type.OBJECT
            && !isUnderstood(method)
            && isAsynchronous(types, result.getInternalName()))
        || method.parameters().contains(CONTINUATION);
  }

  /** A type that is not there cannot be one of those that are known. */
  private static boolean isAsynchronous(Types types, @Nullable String type) {
    if (type == null || type.startsWith("java/lang/")) {
      return false;
    }
    if (AsyncTypes.isAsynchronous(type.replace('/', '.'))) {
      return true;
    }
    TypeInfo found = types.find(type);
    if (found == null) {
      return false;
    }
    for (String parent : found.interfaces()) {
      if (isAsynchronous(types, parent)) {
        return true;
      }
    }
    return isAsynchronous(types, found.superclass());
  }
}
