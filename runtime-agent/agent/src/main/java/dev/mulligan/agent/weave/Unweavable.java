package dev.mulligan.agent.weave;

import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Knows which methods cannot be guarded, and why. */
final class Unweavable {
  private static final Set<String> ASYNCHRONOUS =
      Set.of(
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.Flow$Publisher",
          "org.reactivestreams.Publisher",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni",
          "io.smallrye.mutiny.Multi",
          "io.reactivex.rxjava3.core.Single",
          "io.reactivex.rxjava3.core.Maybe",
          "io.reactivex.rxjava3.core.Completable",
          "io.reactivex.rxjava3.core.Observable",
          "io.vertx.core.Future",
          "scala.concurrent.Future",
          "kotlinx.coroutines.flow.Flow");
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private Unweavable() {}

  static @Nullable String reason(MethodDescription.InDefinedShape method, boolean redefinition) {
    if (method.isNative()) {
      return "a native method has no body to weave";
    }
    if (isAsynchronous(method)) {
      return "its result "
          + method.getReturnType().asErasure().getName()
          + " is asynchronous, and would be taken for a success at once";
    }
    if (redefinition && method.isSynchronized()) {
      return "a synchronized method can only be woven while its class loads, because it must give"
          + " up its monitor between attempts";
    }
    return null;
  }

  private static boolean isAsynchronous(MethodDescription.InDefinedShape method) {
    return isAsynchronous(method.getReturnType().asErasure())
        || method.getParameters().asTypeList().asErasures().stream()
            .anyMatch(parameter -> parameter.getName().equals(CONTINUATION));
  }

  private static boolean isAsynchronous(TypeDescription type) {
    if (type.isPrimitive() || type.isArray()) {
      return false;
    }
    if (ASYNCHRONOUS.contains(type.getName())) {
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
