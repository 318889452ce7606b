package dev.mulligan.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Recognizes results that arrive after the method has returned, by the names of their types. */
final class AsyncResults {
  private static final Set<String> NAMES =
      Set.of(
          "com.google.common.util.concurrent.ListenableFuture",
          "io.smallrye.mutiny.Multi",
          "io.smallrye.mutiny.Uni",
          "io.vertx.core.Future",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow.Publisher",
          "java.util.concurrent.Future",
          "kotlinx.coroutines.flow.Flow",
          "org.reactivestreams.Publisher",
          "reactor.core.publisher.Flux",
          "reactor.core.publisher.Mono",
          "scala.concurrent.Future");

  private static final String RX_JAVA = "io.reactivex.";

  /** The parameter that the Kotlin compiler adds to a suspending method. */
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private final Types types;

  AsyncResults(Types types) {
    this.types = types;
  }

  /** Tells what makes a method asynchronous, if it is. */
  Optional<String> of(ExecutableElement method) {
    if (findIn(method.getReturnType(), new HashSet<>())) {
      return Optional.of("a result of type " + types.erasure(method.getReturnType()));
    }
    List<? extends VariableElement> parameters = method.getParameters();
    return parameters.stream().anyMatch(parameter -> isNamed(parameter.asType(), CONTINUATION))
        ? Optional.of("a parameter of type " + CONTINUATION)
        : Optional.empty();
  }

  private boolean findIn(TypeMirror type, Set<String> seen) {
    TypeMirror erased = types.erasure(type);
    if (!(erased instanceof DeclaredType declared)) {
      return false;
    }
    String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    if (NAMES.contains(name) || name.startsWith(RX_JAVA)) {
      return true;
    }
    return seen.add(name)
        && types.directSupertypes(erased).stream().anyMatch(above -> findIn(above, seen));
  }

  private boolean isNamed(TypeMirror type, String name) {
    return types.erasure(type) instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
