package dev.mulligan.benchmarks.letters;

import dev.mulligan.benchmarks.report.Page;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures a journal of many letters: how fast it opens and is searched, and its memory. */
final class LargeJournal {
  private static final int WRITERS = 64;
  private static final int PAGE = 100;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Path folder;
  private final int letters;
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();

  private LargeJournal(Path folder, int letters) {
    this.folder = folder;
    this.letters = letters;
  }

  /** Something that is measured. */
  private interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Fills a journal, measures it, and fills the table.
   *
   * @param arguments a folder on the disk that is meant, how many letters, how often to open, the
   *     page
   * @throws Exception if something cannot be written
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "letters");
    LargeJournal large = new LargeJournal(folder, Integer.parseInt(arguments[1]));
    large.fill();
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      large.measure();
    }
    String table = large.table();
    System.out.println(table);
    Page page = new Page(Path.of(arguments[3]));
    page.replace("many letters", table);
    page.save();
  }

  private void fill() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try (Journal journal = Journal.open(folder)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int first = i;
        work.add(
            () -> {
              for (int number = first; number < letters; number += WRITERS) {
                journal.append(Samples.letter(number), LIMIT);
              }
              return null;
            });
      }
      for (Future<Void> one : threads.invokeAll(work)) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private void measure() throws IOException {
    long before = heap();
    Journal journal = timed("open", "ms", () -> Journal.open(folder));
    note("heap a letter", "B", (heap() - before) / (double) letters);
    LetterFilter narrow =
        LetterFilter.all().type(Samples.type(2)).method("pay").failedFrom(Samples.BEGIN.plus(HOUR));
    timed(
        "the first " + PAGE + " by type, method and time",
        "ms",
        () -> journal.list(narrow, null, PAGE));
    timed(
        "the first " + PAGE + " by key",
        "ms",
        () -> journal.list(LetterFilter.all().key("tenant-7"), null, PAGE));
    timed("statistics", "ms", journal::stats);
    timed(
        "a text that only the last letter has; each line is looked at",
        "ms",
        () -> journal.list(LetterFilter.all().text("order-" + (letters - 1)), null, PAGE));
    journal.close();
  }

  private <T> T timed(String what, String unit, Work<T> work) throws IOException {
    long begin = System.nanoTime();
    T result = work.run();
    note(what, unit, (System.nanoTime() - begin) / (double) TimeUnit.MILLISECONDS.toNanos(1));
    return result;
  }

  private void note(String what, String unit, double value) {
    measured.computeIfAbsent(what + "|" + unit, key -> new ArrayList<>()).add(value);
    System.err.printf(Locale.ROOT, "%s: %.1f %s%n", what, value, unit);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private String table() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "| %,d letters of %d bytes | first | then, least to most |%n|---|---|---|",
                letters,
                bytes / letters));
    measured.forEach((what, values) -> table.append(row(what.split("\\|"), values)));
    return table.toString();
  }

  private static String row(String[] what, List<Double> values) {
    List<Double> later = values.subList(1, values.size()).stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%n| %s | %,.0f %s | %,.0f to %,.0f %s |",
        what[0],
        values.get(0),
        what[1],
        later.get(0),
        later.get(later.size() - 1),
        what[1]);
  }
}
