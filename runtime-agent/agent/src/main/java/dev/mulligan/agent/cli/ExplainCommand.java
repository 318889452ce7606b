package dev.mulligan.agent.cli;

import dev.mulligan.agent.explain.Explained;
import dev.mulligan.agent.explain.Explainer;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.policyfile.PolicyFileReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells of every method that has a policy whether it is guarded. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Lists every method that has a policy: woven, wrapped, or not guarded and why.",
      "Reads jars (also those inside of a WAR or a jar of Spring Boot) and folders; runs nothing.",
      "Exit code 1 if a method is not guarded.",
      "With --against: lists the calls whose letters, kept by an older version, no longer fit;"
          + " exit code 1 if there is one."
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "<jar|folder>", description = "what to explain")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "<path>",
      description = "jars and folders that the others need, but that are not explained")
  private String classPath = "";

  @Option(
      names = "--config",
      paramLabel = "<file>",
      description = "a file with policies for methods without annotations")
  private @Nullable String config;

  @Option(
      names = "--against",
      paramLabel = "<jar|folder>",
      description = "the older version, whose letters may still wait; can be given again")
  private List<Path> older = new ArrayList<>();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    return older.isEmpty() ? explain() : compare();
  }

  private int compare() {
    if (config != null || !classPath.isEmpty()) {
      spec().commandLine().getErr().println("explain: --against takes no other option but --json");
      return Main.USAGE;
    }
    LettersReport report;
    try {
      report = LettersReport.between(older, places);
    } catch (IOException e) {
      spec().commandLine().getErr().println("explain: " + Words.of(e));
      return Main.USAGE;
    }
    PrintWriter out = spec().commandLine().getOut();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    return report.isFine() ? 0 : Main.PROBLEM;
  }

  private int explain() throws IOException {
    List<String> problems = new ArrayList<>();
    PolicyFile policies =
        config == null ? PolicyFile.NONE : PolicyFileReader.read(config, problems);
    Explainer explainer = new Explainer(policies);
    for (Path place : places) {
      explainer.add(place);
    }
    for (String place : classPath.split(File.pathSeparator)) {
      if (!place.isBlank()) {
        explainer.addClassPath(Path.of(place));
      }
    }
    List<Explained> explained = explainer.explain();
    problems.forEach(spec().commandLine().getErr()::println);
    PrintWriter out = spec().commandLine().getOut();
    if (json) {
      out.println(Json.of(explained.stream().map(ExplainCommand::asMap).toList()));
    } else {
      print(explained, out);
    }
    boolean isFine = problems.isEmpty() && explained.stream().noneMatch(Explained::isUnguarded);
    return isFine ? 0 : Main.PROBLEM;
  }

  private static void print(List<Explained> explained, PrintWriter out) {
    String type = "";
    for (Explained method : explained) {
      if (!method.finding().type().equals(type)) {
        type = method.finding().type();
        out.println(type + "  (" + method.origin() + ")");
      }
      out.println("  " + Signature.of(method.finding()) + "  " + method.place());
      out.println("    " + method.order());
      out.println("    " + method.verdict());
    }
    long unguarded = explained.stream().filter(Explained::isUnguarded).count();
    out.println(
        Words.count(explained.size(), "method") + " with policies, " + unguarded + " not guarded");
  }

  private static Map<String, Object> asMap(Explained method) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("class", method.finding().type());
    map.put("method", method.finding().method());
    map.put("descriptor", method.finding().descriptor());
    map.put("origin", method.origin());
    map.put("source", method.place());
    map.put("policies", method.finding().policies());
    map.put("order", method.order());
    map.put("verdict", method.finding().verdict().key());
    put(map, "reason", method.finding().reason());
    put(map, "wrapper", method.wrapper());
    map.put("guarded", !method.isUnguarded());
    return map;
  }

  private static void put(Map<String, Object> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private CommandSpec spec() {
    return java.util.Objects.requireNonNull(spec);
  }
}
