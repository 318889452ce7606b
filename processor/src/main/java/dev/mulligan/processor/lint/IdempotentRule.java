package dev.mulligan.processor.lint;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/**
 * Warns of a retry of what may do harm when it is done twice: neither {@code @Idempotent}, nor a
 * read by its name, nor an HTTP method that RFC 9110 (section 9.2.2) calls idempotent, nor given a
 * key by which the other side knows a call again.
 */
final class IdempotentRule implements Rule {
  private static final Set<String> READS =
      Set.of(
          "browse",
          "check",
          "contains",
          "count",
          "describe",
          "download",
          "estimate",
          "exists",
          "fetch",
          "find",
          "get",
          "has",
          "head",
          "is",
          "list",
          "load",
          "look",
          "lookup",
          "measure",
          "peek",
          "ping",
          "poll",
          "preview",
          "probe",
          "query",
          "quote",
          "read",
          "resolve",
          "retrieve",
          "scan",
          "search",
          "select",
          "show",
          "stat",
          "status",
          "test",
          "validate",
          "verify",
          "view",
          "watch");

  private static final Set<String> IDEMPOTENT_BY_ANNOTATION =
      Set.of(
          "GET",
          "HEAD",
          "OPTIONS",
          "PUT",
          "DELETE",
          "GetMapping",
          "PutMapping",
          "DeleteMapping",
          "GetExchange",
          "PutExchange",
          "DeleteExchange");

  private static final Set<List<String>> KEYS =
      Set.of(
          List.of("idempotency", "key"),
          List.of("idempotency", "token"),
          List.of("idempotency", "id"),
          List.of("request", "id"),
          List.of("dedup", "key"));

  private final Tools tools;

  IdempotentRule(Tools tools) {
    this.tools = tools;
  }

  @Override
  public void check(Guarded call) {
    RetryPolicy retry = call.values().retry();
    if (retry == null || retry.maxAttempts() == 1 || call.idempotent() || isSafe(call.method())) {
      return;
    }
    tools.report(
        Diagnostic.NOT_IDEMPOTENT,
        call.place(),
        call.method(),
        "@Retry repeats what may have been done although it seemed to fail; say @Idempotent if that"
            + " does no harm, or give the other side a key by which it knows a call again");
  }

  private static boolean isSafe(ExecutableElement method) {
    return Words.of(method.getSimpleName()).stream().limit(1).anyMatch(READS::contains)
        || method.getAnnotationMirrors().stream().anyMatch(IdempotentRule::isIdempotent)
        || method.getParameters().stream()
            .anyMatch(parameter -> KEYS.contains(Words.of(parameter.getSimpleName())));
  }

  private static boolean isIdempotent(AnnotationMirror annotation) {
    return IDEMPOTENT_BY_ANNOTATION.contains(
        annotation.getAnnotationType().asElement().getSimpleName().toString());
  }
}
