package dev.mulligan.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that was measured in one run. Immutable. */
final class Results {
  private final List<Result> all;
  private final JsonNode waiters;
  private final Starts starts;

  private Results(List<Result> all, JsonNode waiters, Starts starts) {
    this.all = List.copyOf(all);
    this.waiters = waiters;
    this.starts = starts;
  }

  /**
   * Reads a folder: {@code jmh-*.json}, {@code waiters.json} and {@code start.json}. The last two
   * may be missing.
   */
  static Results read(Path folder) throws IOException {
    List<Result> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("jmh-")).toList()) {
        JsonMapper.shared().readTree(file.toFile()).forEach(node -> all.add(result(node)));
      }
    }
    return new Results(
        all, tree(folder.resolve("waiters.json")), new Starts(tree(folder.resolve("start.json"))));
  }

  private static JsonNode tree(Path file) {
    return Files.exists(file)
        ? JsonMapper.shared().readTree(file.toFile())
        : JsonMapper.shared().createObjectNode();
  }

  private static Result result(JsonNode node) {
    String benchmark = node.path("benchmark").stringValue();
    List<Double> iterations = new ArrayList<>();
    for (JsonNode fork : node.path("primaryMetric").path("rawData")) {
      fork.forEach(iteration -> iterations.add(iteration.doubleValue()));
    }
    Collections.sort(iterations);
    return new Result(
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        node.path("threads").intValue(),
        median(iterations),
        iterations.get(0),
        iterations.get(iterations.size() - 1),
        number(node.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score")));
  }

  private static double median(List<Double> sorted) {
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  /** JMH writes a number that does not exist as text. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  /** Tells whether no benchmark was run. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  boolean has(String name, int threads) {
    return all.stream()
        .anyMatch(result -> result.name().equals(name) && result.threads() == threads);
  }

  /**
   * Finds a result.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  Result of(String name, int threads) {
    return all.stream()
        .filter(result -> result.name().equals(name) && result.threads() == threads)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " with " + threads + " threads"));
  }

  double nanos(String name, int threads) {
    return of(name, threads).score();
  }

  JsonNode waiters() {
    return waiters;
  }

  Starts starts() {
    return starts;
  }
}
