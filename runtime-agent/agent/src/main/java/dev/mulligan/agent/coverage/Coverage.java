package dev.mulligan.agent.coverage;

import dev.mulligan.agent.coverage.Finding.Verdict;
import dev.mulligan.runtime.log.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Proves what is guarded in this JVM, and says what is not. Findings come from within class
 * loading, where a log would load classes in turn; a thread of its own works on them afterwards.
 * Thread-safe.
 */
public final class Coverage {
  /** A method that is found again, because its class is loaded again, is remembered once. */
  private static final int MOST = 20_000;

  private static final Map<String, Finding> FINDINGS = new ConcurrentHashMap<>();
  private static final AtomicLong FORGOTTEN = new AtomicLong();
  private static final Errands ERRANDS = new Errands(Coverage::thread);
  private static volatile @Nullable Runnable onFirst;
  private static volatile boolean strict;

  private Coverage() {}

  /** Ends the JVM with exit code 1 when a method that should be guarded cannot be. */
  public static void beStrict() {
    strict = true;
  }

  /**
   * Has something done once anything was found, on a thread of the agent's.
   *
   * @param action what is done
   */
  public static void onFirst(Runnable action) {
    onFirst = action;
  }

  /**
   * Takes a finding. Called while classes load: does no more than to remember it, and never throws,
   * because that would cost a class its guards.
   *
   * @param finding the finding
   */
  public static void add(Finding finding) {
    try {
      remember(finding);
    } catch (Throwable lost) {
      FORGOTTEN.incrementAndGet();
    }
  }

  private static void remember(Finding finding) {
    String key = finding.type() + "#" + finding.method() + finding.descriptor();
    if (FINDINGS.size() >= MOST && !FINDINGS.containsKey(key)) {
      FORGOTTEN.incrementAndGet();
      return;
    }
    Finding known = FINDINGS.put(key, finding);
    if (finding.verdict() == Verdict.NOT_GUARDED && !finding.equals(known)) {
      ERRANDS.add(() -> complain(finding));
    }
    Runnable first = onFirst;
    if (first != null) {
      onFirst = null;
      ERRANDS.add(first);
    }
    ERRANDS.begin();
  }

  /**
   * Lists what was found.
   *
   * @return the findings, sorted by class and method
   */
  public static List<Finding> findings() {
    return FINDINGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * Counts the findings that were not remembered, because there are too many.
   *
   * @return how many, zero below 20,000 methods
   */
  public static long forgotten() {
    return FORGOTTEN.get();
  }

  private static void complain(Finding finding) {
    String message = "Not guarded: " + finding.location() + ": " + finding.reason();
    Log.warn(message);
    if (strict) {
      System.err.println("[mulligan] " + message);
      System.err.println("[mulligan] The JVM ends, because mulligan.strict is set.");
      System.exit(1);
    }
  }

  private static Thread thread(Runnable errands) {
    Thread thread = new Thread(null, errands, "mulligan-report", 0, false);
    // Not even a program that ends at once escapes what is strict.
    thread.setDaemon(!strict);
    thread.setContextClassLoader(Coverage.class.getClassLoader());
    return thread;
  }

  /**
   * Lists what is not guarded.
   *
   * @return the findings, sorted
   */
  public static List<Finding> notGuarded() {
    List<Finding> found = new ArrayList<>(findings());
    found.removeIf(finding -> finding.verdict() != Verdict.NOT_GUARDED);
    return found;
  }
}
