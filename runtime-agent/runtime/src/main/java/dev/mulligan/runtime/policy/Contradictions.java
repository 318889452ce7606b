package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.CustomBackoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what does not fit together between the policies of one method. */
final class Contradictions {
  private static final List<String> REPLACED_BY_CUSTOM = List.of("backoff", "multiplier", "jitter");

  private final Duration maxDuration;
  private final List<Problem> problems = new ArrayList<>();

  private Contradictions(Duration maxDuration) {
    this.maxDuration = maxDuration;
  }

  /** Finds what was written although another value of the same annotation replaces it. */
  static List<Problem> of(Map<String, String> retry) {
    String custom = retry.getOrDefault("custom", "");
    if (custom.isEmpty() || custom.equals(CustomBackoff.class.getName())) {
      return List.of();
    }
    return REPLACED_BY_CUSTOM.stream()
        .filter(retry::containsKey)
        .map(
            attribute ->
                new Problem(
                    "Retry",
                    attribute,
                    String.valueOf(retry.get(attribute)),
                    "custom = " + custom + " replaces it; leave one of the two out"))
        .toList();
  }

  /** Compares what one attempt may take with what the whole call may take. */
  static List<Problem> of(MethodPolicies policies) {
    RetryPolicy retry = policies.retry();
    if (retry == null) {
      return List.of();
    }
    Contradictions found = new Contradictions(retry.maxDuration());
    found.check(policies.timeout());
    found.check(policies.bulkhead());
    found.check(policies.rateLimit());
    return found.problems;
  }

  private void check(@Nullable TimeoutPolicy timeout) {
    if (timeout != null) {
      check("Timeout", "value", timeout.limit(), "take");
    }
  }

  private void check(@Nullable BulkheadPolicy bulkhead) {
    if (bulkhead != null) {
      check("Bulkhead", "maxWait", bulkhead.maxWait(), "wait");
    }
  }

  private void check(@Nullable RateLimitPolicy rateLimit) {
    if (rateLimit != null) {
      check("RateLimit", "maxWait", rateLimit.maxWait(), "wait");
    }
  }

  private void check(String annotation, String attribute, Duration value, String verb) {
    if (value.compareTo(maxDuration) > 0) {
      String message =
          "an attempt may %s longer than the whole call: must not be above maxDuration = %s of @Retry"
              .formatted(verb, Durations.format(maxDuration));
      problems.add(new Problem(annotation, attribute, Durations.format(value), message));
    }
  }
}
