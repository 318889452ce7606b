package dev.mulligan.processor.lint;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Warns of a transaction that is around all attempts, or on another thread than the body. */
final class TransactionRule implements Rule {
  private static final Set<String> TRANSACTIONAL =
      Set.of(
          "io.micronaut.transaction.annotation.Transactional",
          "jakarta.ejb.TransactionAttribute",
          "jakarta.transaction.Transactional",
          "javax.ejb.TransactionAttribute",
          "javax.transaction.Transactional",
          "org.springframework.transaction.annotation.Transactional");

  private final Tools tools;

  TransactionRule(Tools tools) {
    this.tools = tools;
  }

  @Override
  public void check(Guarded call) {
    RetryPolicy retry = call.values().retry();
    boolean retries = retry != null && retry.maxAttempts() > 1;
    boolean movesThread = call.values().timeout() != null;
    if ((retries || movesThread) && isTransactional(call)) {
      tools.report(
          Diagnostic.INSIDE_TRANSACTION,
          call.place(),
          call.method(),
          "%s; leave @Transactional to a method of another bean, which this one calls"
              .formatted(
                  retries
                      ? "the container begins the transaction before the first attempt and ends it"
                          + " after the last, so that one failed attempt spoils all that follow"
                      : "@Timeout runs the body on another thread, which is not in the"
                          + " transaction"));
    }
  }

  private static boolean isTransactional(Guarded call) {
    return Stream.<Element>of(call.method(), call.type())
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
        .anyMatch(type -> TRANSACTIONAL.contains(type.getQualifiedName().toString()));
  }
}
