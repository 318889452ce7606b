package dev.mulligan.processor.read;

import dev.mulligan.runtime.async.AsyncTypes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Recognizes results that arrive after the method has returned, by the names of their types. */
final class AsyncResults {
  private static final String LATE =
      "arrives after the call is over, and nothing tells when; give exactly a CompletionStage,"
          + " CompletableFuture, Mono, Flux or Uni, or wait for the result; for types of your own"
          + " write an AsyncAdapter and name them in -Amulligan.async";

  private static final String SUSPENDS =
      "makes the method suspend, and nothing tells when its result is there; annotate a method"
          + " that waits for the result";

  /** The parameter that the Kotlin compiler adds to a suspending method. */
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private final Tools tools;

  AsyncResults(Tools tools) {
    this.tools = tools;
  }

  /**
   * Tells whether the runtime, or an adapter of the application, knows when the result is there.
   */
  boolean isUnderstood(ExecutableElement method) {
    return method.getReturnType() instanceof DeclaredType declared
        && isUnderstood(nameOf(declared));
  }

  /** Tells why nobody knows when a method's result is there, if nobody does. */
  Optional<String> unknown(ExecutableElement method) {
    if (method.getParameters().stream().anyMatch(p -> isContinuation(p.asType()))) {
      return Optional.of("a parameter of type %s %s".formatted(CONTINUATION, SUSPENDS));
    }
    TypeMirror result = method.getReturnType();
    return !isUnderstood(method) && isAsynchronous(result, new HashSet<>())
        ? Optional.of("a result of type %s %s".formatted(shown(result), LATE))
        : Optional.empty();
  }

  /**
   * Tells whether a type argument makes a method asynchronous that is not where it is declared; the
   * class file does not tell, and so neither does the runtime.
   */
  boolean isHidden(ExecutableElement method, TypeMirror result) {
    return !isUnderstood(method) && isAsynchronous(result, new HashSet<>());
  }

  private boolean isUnderstood(String name) {
    return AsyncTypes.isUnderstood(name) || AsyncTypes.isAdded(name, tools.adapted());
  }

  private boolean isAsynchronous(TypeMirror type, Set<String> seen) {
    TypeMirror erased = tools.types().erasure(type);
    if (!(erased instanceof DeclaredType declared)) {
      return false;
    }
    String name = nameOf(declared);
    if (AsyncTypes.isAsynchronous(name) || isUnderstood(name)) {
      return true;
    }
    return seen.add(name)
        && tools.types().directSupertypes(erased).stream()
            .anyMatch(above -> isAsynchronous(above, seen));
  }

  private boolean isContinuation(TypeMirror type) {
    return tools.types().erasure(type) instanceof DeclaredType declared
        && nameOf(declared).equals(CONTINUATION);
  }

  private String shown(TypeMirror result) {
    String erased = tools.types().erasure(result).toString();
    return result instanceof DeclaredType ? erased : result + ", any " + erased + ",";
  }

  private String nameOf(DeclaredType type) {
    return tools.location((TypeElement) type.asElement());
  }
}
