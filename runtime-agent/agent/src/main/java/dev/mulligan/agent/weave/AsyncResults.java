package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.runtime.async.AsyncTypes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Recognizes results that arrive after the method has returned, by the names of their types. */
final class AsyncResults {
  private static final String LATE =
      "arrives after the call is over, and nothing tells when; give exactly a CompletionStage,"
          + " CompletableFuture, Mono, Flux or Uni, or wait for the result; for types of your own"
          + " write an AsyncAdapter and name them in mulligan.async";

  private static final String SUSPENDS =
      "makes the method suspend, and nothing tells when its result is there; annotate a method"
          + " that waits for the result";

  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;";

  private AsyncResults() {}

  /** Tells whether the runtime knows when such a result has arrived. */
  static boolean isUnderstood(MethodInfo method) {
    return AsyncTypes.isUnderstood(method.result().getClassName());
  }

  /** Tells why nobody knows when a method's result is there; null if somebody does. */
  static @Nullable String unknown(Types types, MethodInfo method) {
    if (method.parameters().contains(CONTINUATION)) {
      return "a parameter of type kotlin.coroutines.Continuation " + SUSPENDS;
    }
    Type result = method.result();
    if (result.getSort() != Type.OBJECT) {
      return null;
    }
    // Whoever gives a type variable promises what an understood type alone does not.
    String variable = method.resultVariable();
    boolean isFine = variable == null && isUnderstood(method);
    if (isFine || !isAsynchronous(types, result.getInternalName())) {
      return null;
    }
    String erased = result.getClassName().replace('$', '.');
    return "a result of type "
        + (variable == null ? erased : variable + ", any " + erased + ",")
        + " "
        + LATE;
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
