package dev.mulligan.sample.crawl;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The options of a run.
 *
 * @param engine {@code --engine}: which engine guards the fetcher
 * @param out {@code --out}: the report's file
 * @param pages {@code --pages}: how many pages belong to the site at most
 * @param threads {@code --threads}: how many pages are fetched at once
 * @param seed {@code --seed}: decides every fault that heals
 * @param acknowledge {@code --acknowledge}: whether each letter that is safe is named on a line of
 *     its own
 */
record CrawlOptions(
    Engine engine, Path out, int pages, int threads, long seed, boolean acknowledge) {
  private static final Set<String> NAMES =
      Set.of("--engine", "--out", "--pages", "--threads", "--seed", "--acknowledge");

  /** Reads pairs of name and value. */
  static CrawlOptions parse(String... args) {
    Map<String, String> given = pairs(args);
    Engine engine = value(given, "--engine", "wrapper", CrawlOptions::engine);
    Path out = Path.of("crawl-" + engine.title() + ".json");
    return new CrawlOptions(
        engine,
        value(given, "--out", out.toString(), Path::of),
        value(given, "--pages", "1500", Integer::parseInt),
        value(given, "--threads", "8", Integer::parseInt),
        value(given, "--seed", "2026", Long::parseLong),
        value(given, "--acknowledge", "false", Boolean::parseBoolean));
  }

  private static Engine engine(String name) {
    return Engine.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> pairs(String... args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + ": expected one of " + NAMES + " and a value");
      }
      given.put(args[i], args[i + 1]);
    }
    return given;
  }

  private static <T> T value(
      Map<String, String> given, String name, String otherwise, Function<String, T> reader) {
    return reader.apply(given.getOrDefault(name, otherwise));
  }
}
