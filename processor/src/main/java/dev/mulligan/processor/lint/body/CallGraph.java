package dev.mulligan.processor.lint.body;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.GuardedMethods;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * Who calls whom in the module that is compiled, as far as it is written: of a method that is
 * overridden, only the declared one is known. Warns of retries around retries. Not thread-safe.
 */
final class CallGraph {
  private final BodyReports reports;
  private final GuardedMethods guarded;
  private final Map<ExecutableElement, List<Invocation>> calls = new LinkedHashMap<>();

  CallGraph(BodyReports reports, GuardedMethods guarded) {
    this.reports = reports;
    this.guarded = guarded;
  }

  void add(Invocation call) {
    calls.computeIfAbsent(call.caller(), caller -> new ArrayList<>()).add(call);
  }

  /** Warns of every method that retries, and calls one that retries, itself or through others. */
  void report() {
    calls.forEach(
        (caller, made) -> {
          int attempts = attempts(caller);
          if (attempts > 1) {
            made.forEach(call -> follow(call, attempts));
          }
        });
  }

  private void follow(Invocation first, int attempts) {
    List<ExecutableElement> ahead = new ArrayList<>(List.of(first.callee()));
    Set<ExecutableElement> seen = new HashSet<>(ahead);
    seen.add(first.caller());
    for (int i = 0; i < ahead.size(); i++) {
      ExecutableElement method = ahead.get(i);
      int inner = attempts(method);
      if (inner > 1 && !method.equals(first.caller())) {
        report(first, method, attempts, inner);
      } else {
        for (Invocation call : calls.getOrDefault(method, List.of())) {
          if (seen.add(call.callee())) {
            ahead.add(call.callee());
          }
        }
      }
    }
  }

  private void report(Invocation call, ExecutableElement inner, int attempts, int innerAttempts) {
    String way =
        inner.equals(call.callee()) ? "" : " through " + reports.tools().location(call.callee());
    reports.report(
        Diagnostic.STACKED_RETRIES,
        call,
        "retries are stacked: this method makes %d attempts and calls %s%s, which makes %d: %d x %d = %d as they are written (Mulligan lets the inner one make its attempts only in the first of the outer ones, %d calls); retry in one place"
            .formatted(
                attempts,
                reports.tools().location(inner),
                way,
                innerAttempts,
                attempts,
                innerAttempts,
                attempts * innerAttempts,
                attempts + innerAttempts - 1));
  }

  private int attempts(ExecutableElement method) {
    RetryPolicy retry =
        guarded.find(method).map(Guarded::values).map(values -> values.retry()).orElse(null);
    return retry == null ? 0 : retry.maxAttempts();
  }
}
