package dev.mulligan.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What was to be reached, beside what was measured. Not thread-safe. */
final class Goals {
  private static final List<String> PEERS = List.of("resilience4j", "failsafe", "smallrye");

  private final Results results;
  private final List<String> rows = new ArrayList<>();

  Goals(Results results) {
    this.results = results;
  }

  /** Writes the rows of the table. */
  List<String> rows() {
    overTheWork("retry, success, over the work", "Retry", "plainCall", 0.3);
    overTheWork("closed breaker, success, over the work", "Breaker", "plainCall", 2.5);
    overTheWork("retry, breaker, dead letter, fallback, over the work", "All", "plainCall", 3.5);
    allocation();
    twoThreads();
    againstResilience4j(1, 20);
    againstResilience4j(2, 60);
    most("an open breaker's refusal", "Refusal", 1, 100);
    overTheWork(
        "one failed attempt, over try and catch", "FailedAttempt", "plainFailedAttempt", 300);
    for (int threads = 1; threads <= 2; threads++) {
      limit("bulkhead, success", "Bulkhead", threads);
      limit("rate limit, success", "RateLimit", threads);
    }
    waiters();
    return rows;
  }

  private void overTheWork(String what, String suffix, String work, double limit) {
    double woven = results.nanos("woven" + suffix, 1) - results.nanos(work, 1);
    double wrapped = results.nanos("wrapped" + suffix, 1) - results.nanos(work, 1);
    row(what, format(limit) + " ns", both(woven, wrapped), Math.max(woven, wrapped) <= limit);
  }

  private void most(String what, String suffix, int threads, double limit) {
    double woven = results.nanos("woven" + suffix, threads);
    double wrapped = results.nanos("wrapped" + suffix, threads);
    row(what, format(limit) + " ns", both(woven, wrapped), Math.max(woven, wrapped) <= limit);
  }

  private void allocation() {
    double most =
        List.of("Retry", "Breaker", "All", "Bulkhead").stream()
            .flatMap(suffix -> List.of("woven" + suffix, "wrapped" + suffix).stream())
            .mapToDouble(name -> results.of(name, 1).bytes())
            .max()
            .orElseThrow();
    row("allocation of a success", "0 B", Math.round(most) + " B", most < 0.5);
  }

  private void twoThreads() {
    double woven = results.nanos("wovenBreaker", 2) / results.nanos("wovenBreaker", 1);
    double wrapped = results.nanos("wrappedBreaker", 2) / results.nanos("wrappedBreaker", 1);
    row(
        "closed breaker, 2 threads against 1",
        "1.25 times",
        format(woven) + " and " + format(wrapped) + " times",
        Math.max(woven, wrapped) <= 1.25);
  }

  private void againstResilience4j(int threads, double limit) {
    double theirs = results.nanos("resilience4jBreaker", threads);
    double woven = theirs / results.nanos("wovenBreaker", threads);
    double wrapped = theirs / results.nanos("wrappedBreaker", threads);
    row(
        "closed breaker against Resilience4j's, " + count(threads),
        "at least " + Math.round(limit) + " times faster",
        Math.round(woven) + " and " + Math.round(wrapped) + " times",
        Math.min(woven, wrapped) >= limit);
  }

  private void limit(String what, String suffix, int threads) {
    double fastest =
        PEERS.stream().mapToDouble(p -> results.nanos(p + suffix, threads)).min().orElseThrow();
    double limit = Math.min(15, fastest);
    most(
        what + ", " + count(threads) + "; the fastest peer: " + format(fastest) + " ns",
        suffix,
        threads,
        limit);
  }

  private void waiters() {
    JsonNode waiters = results.waiters();
    if (waiters.isEmpty()) {
      return;
    }
    JsonNode guarded = waiters.path("guarded");
    double late = guarded.path("lateMost").doubleValue();
    double bytes = waiters.path("bytesBeyondTheThread").doubleValue();
    long pinned = waiters.path("pinned").longValue();
    String what = "100,000 virtual threads in backoff: ";
    row(what + "the latest wakes", "50 ms late", format(late) + " ms", late <= 50);
    row(what + "heap beyond the thread", "1,024 B", Math.round(bytes) + " B", bytes < 1024);
    row(what + "pinned", "0", Long.toString(pinned), pinned == 0);
  }

  private void row(String what, String limit, String measured, boolean reached) {
    rows.add(line(what, limit, measured, reached));
  }

  static String line(String what, String limit, String measured, boolean reached) {
    return String.join(" | ", "| " + what, limit, measured, (reached ? "yes" : "**no**") + " |");
  }

  private static String both(double woven, double wrapped) {
    return format(woven) + " and " + format(wrapped) + " ns";
  }

  private static String count(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  static String format(double number) {
    return String.format(Locale.ROOT, Math.abs(number) < 9.995 ? "%.2f" : "%.1f", number)
        .replaceFirst("\\.0+$", "");
  }
}
