package dev.mulligan.benchmarks.report;

import java.util.List;

/**
 * One benchmark and what it is called on the page.
 *
 * @param name the benchmark's method
 * @param label what a reader sees
 */
record Case(String name, String label) {
  private static final String AGENT = "Mulligan, agent";
  private static final String WRAPPER = "Mulligan, wrapper";

  static final List<Case> HAPPY_PATH =
      List.of(
          new Case("plainCall", "the work alone"),
          new Case("wovenRetry", AGENT + ": retry"),
          new Case("wrappedRetry", WRAPPER + ": retry"),
          new Case("wovenBreaker", AGENT + ": closed breaker"),
          new Case("wrappedBreaker", WRAPPER + ": closed breaker"),
          new Case("wovenAll", AGENT + ": retry, breaker, dead letter, fallback"),
          new Case("wrappedAll", WRAPPER + ": retry, breaker, dead letter, fallback"),
          new Case("springRetry", "Spring Framework: RetryTemplate"),
          new Case("resilience4jRetry", "Resilience4j: retry"),
          new Case("resilience4jBreaker", "Resilience4j: closed breaker"),
          new Case("resilience4jBoth", "Resilience4j: retry, closed breaker"),
          new Case("failsafeRetry", "Failsafe: retry"),
          new Case("failsafeBreaker", "Failsafe: closed breaker"),
          new Case("smallryeBoth", "SmallRye: retry, closed breaker"));

  static final List<Case> FAILED_ATTEMPT =
      List.of(
          new Case("plainFailedAttempt", "by hand: try, catch, call again"),
          new Case("wovenFailedAttempt", AGENT),
          new Case("wrappedFailedAttempt", WRAPPER),
          new Case("resilience4jFailedAttempt", "Resilience4j"),
          new Case("failsafeFailedAttempt", "Failsafe"),
          new Case("smallryeFailedAttempt", "SmallRye"));

  static final List<Case> REFUSAL = engines("Refusal");
  static final List<Case> BULKHEAD = engines("Bulkhead");
  static final List<Case> RATE_LIMIT = engines("RateLimit");

  static final List<Case> PARTS =
      List.of(
          new Case("nanoTime", "`System.nanoTime()`"),
          new Case("coarseClock", "coarse clock"),
          new Case("atomicIncrement", "`AtomicLong.incrementAndGet()`, shared"),
          new Case("adderIncrement", "`LongAdder.increment()`"),
          new Case("stripedIncrement", "counter of a closed breaker"));

  private static List<Case> engines(String what) {
    return List.of(
        new Case("woven" + what, AGENT),
        new Case("wrapped" + what, WRAPPER),
        new Case("resilience4j" + what, "Resilience4j"),
        new Case("failsafe" + what, "Failsafe"),
        new Case("smallrye" + what, "SmallRye"));
  }
}
