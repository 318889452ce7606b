package dev.mulligan.benchmarks.letters;

import dev.mulligan.benchmarks.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how many letters a second are kept, in rounds: the disk, the journal, SQLite and the
 * disk again, so that each is compared with what the disk did in the same seconds.
 */
final class AppendRates {
  private static final int MANY = 16;
  private static final Duration SLICE = Duration.ofMillis(1_500);

  private final AtomicLong number = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
  private final Appender raw;
  private final Appender journal;
  private final Appender sqlite;

  private AppendRates(Path folder) throws IOException, SQLException {
    raw = new Appender.Raw(folder);
    journal = new Appender.InJournal(folder);
    sqlite = new Appender.Sqlite(folder);
  }

  /** The rates of one round, letters a second. */
  private record Round(double raw, double journal, double sqlite) {
    double ofRaw() {
      return journal / raw;
    }

    double ofSqlite() {
      return journal / sqlite;
    }
  }

  /**
   * Measures, and fills the table.
   *
   * @param arguments a folder on the disk that is meant, how many rounds, the page
   * @throws Exception if something cannot be written
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "letters");
    int rounds = Integer.parseInt(arguments[1]);
    AppendRates rates = new AppendRates(folder);
    rates.rounds(2, MANY);
    String table =
        "| threads | disk | journal | SQLite | journal of disk, median (least to most) | journal of"
            + " SQLite |\n"
            + "|---|---|---|---|---|---|\n"
            + row(1, rates.rounds(rounds, 1))
            + "\n"
            + row(MANY, rates.rounds(rounds, MANY));
    rates.close();
    System.out.println(table);
    Page page = new Page(Path.of(arguments[2]));
    page.replace("append", table);
    page.save();
  }

  private List<Round> rounds(int count, int concurrency)
      throws InterruptedException, ExecutionException {
    List<Round> rounds = new ArrayList<>();
    double before = rate(raw, 1);
    for (int i = 0; i < count; i++) {
      double kept = rate(journal, concurrency);
      double between = rate(raw, 1);
      double inSqlite = rate(sqlite, concurrency);
      double after = rate(raw, 1);
      rounds.add(new Round((before + between) / 2, kept, inSqlite));
      System.err.printf(
          Locale.ROOT, "%d: %.0f %.0f %.0f%n", concurrency, (before + between) / 2, kept, inSqlite);
      before = after;
    }
    return rounds;
  }

  private double rate(Appender appender, int concurrency)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    long end = begin + SLICE.toNanos();
    Callable<Long> work =
        () -> {
          long kept = 0;
          while (System.nanoTime() < end) {
            appender.append(number.incrementAndGet());
            kept++;
          }
          return kept;
        };
    long kept = 0;
    for (Future<Long> one : threads.invokeAll(Collections.nCopies(concurrency, work))) {
      kept += one.get();
    }
    return kept * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
  }

  private static String row(int concurrency, List<Round> rounds) {
    List<Double> ofRaw = rounds.stream().map(Round::ofRaw).sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %d | %,.0f/s | %,.0f/s | %,.0f/s | **%.2f** (%.2f to %.2f) | **%.2f** |",
        concurrency,
        median(rounds.stream().map(Round::raw).sorted().toList()),
        median(rounds.stream().map(Round::journal).sorted().toList()),
        median(rounds.stream().map(Round::sqlite).sorted().toList()),
        median(ofRaw),
        ofRaw.get(0),
        ofRaw.get(ofRaw.size() - 1),
        median(rounds.stream().map(Round::ofSqlite).sorted().toList()));
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private void close() throws IOException {
    threads.shutdown();
    journal.close();
    sqlite.close();
    raw.close();
  }
}
