package dev.mulligan.processor.lint;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Warns of a retry by another library on the same method: their attempts multiply. */
final class OtherRetriesRule implements Rule {
  private static final Set<String> RETRIES =
      Set.of(
          "com.jcabi.aspects.RetryOnFailure",
          "io.github.resilience4j.retry.annotation.Retry",
          "io.micronaut.retry.annotation.Retryable",
          "org.eclipse.microprofile.faulttolerance.Retry",
          "org.springframework.resilience.annotation.Retryable",
          "org.springframework.retry.annotation.Retryable");

  private final Tools tools;

  OtherRetriesRule(Tools tools) {
    this.tools = tools;
  }

  @Override
  public void check(Guarded call) {
    RetryPolicy retry = call.values().retry();
    if (retry == null || retry.maxAttempts() == 1) {
      return;
    }
    call.method().getAnnotationMirrors().stream()
        .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
        .map(type -> type.getQualifiedName().toString())
        .filter(RETRIES::contains)
        .forEach(
            other ->
                tools.report(
                    Diagnostic.STACKED_RETRIES,
                    call.place(),
                    call.method(),
                    "@%s repeats each call of a method that makes %d attempts already; keep one of the two"
                        .formatted(other, retry.maxAttempts())));
  }
}
