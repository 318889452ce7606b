package dev.mulligan.agent.cli;

import dev.mulligan.runtime.admin.AdminSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets an application that runs call letters again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Lets an application that runs call letters again, through the same policies, oldest first.",
      "Which must be said: ids, a filter, or --all. Ctrl-C stops it after the call under way.",
      "Exit code 1 if a call failed or could not be made, or the work was stopped."
    })
final class LettersReplayCommand implements Callable<Integer> {
  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();
  @Mixin private LetterOptions which = new LetterOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "<id>",
      description = "ids, or as much of their beginnings as is clear")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--rate",
      paramLabel = "<n>",
      description = "calls a second at most, such as 10 or 0.5 (default: no limit)")
  private double rate;

  @Option(
      names = "--canary",
      paramLabel = "<n>",
      description = "stop if one of the first calls fails, before so many have returned")
  private int canary;

  @Option(names = "--stop-on-failure", description = "stop with the first call that fails")
  private boolean stopOnFailure;

  @Option(
      names = "--dry-run",
      description = "only look whether the calls could be made; call nothing, change nothing")
  private boolean dryRun;

  @Option(names = "--limit", paramLabel = "<n>", description = "letters at most (default: all)")
  private int limit;

  @Override
  public Integer call() throws IOException {
    check();
    try (LetterDesk desk = letters.open(processes)) {
      if (!desk.isLive()) {
        throw new IOException(
            "a replay calls the application's code, so the application must run; "
                + processes.nobody());
      }
      boolean isFine = true;
      for (AdminSocket copy : desk.copies()) {
        Processes.Answer ended = new ReplayWatch(copy, output).run(fields());
        output.print(ended, ReplayWatch::print);
        isFine &= ReplayWatch.isFine(ended);
      }
      return isFine ? 0 : Main.PROBLEM;
    }
  }

  private void check() {
    if (ids.isEmpty() == (which.isEmpty() && !which.isAll())) {
      throw letters.usage("say which letters: either ids, or a filter or --all");
    }
    if (!(rate >= 0 && rate <= 1_000_000)) {
      throw letters.usage("--rate " + rate + ": must be between 0 and a million");
    }
    if (canary < 0) {
      throw letters.usage("--canary " + canary + ": must not be negative");
    }
    if (limit < 0) {
      throw letters.usage("--limit " + limit + ": must not be negative");
    }
  }

  private Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = which.fields();
    if (!ids.isEmpty()) {
      fields.put("ids", ids);
    }
    fields.put("all", which.isAll());
    fields.put("rate", rate);
    fields.put("canary", canary);
    fields.put("stopOnFailure", stopOnFailure);
    fields.put("dryRun", dryRun);
    fields.put("limit", limit);
    return fields;
  }
}
