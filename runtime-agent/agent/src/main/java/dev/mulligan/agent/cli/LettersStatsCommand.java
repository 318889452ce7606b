package dev.mulligan.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Counts letters. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Counts letters: all by state; those that wait by type, queue and call.")
final class LettersStatsCommand implements Callable<Integer> {
  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    try (LetterDesk desk = letters.open(processes)) {
      output.print(desk.ask("letters.stats", Map.of()), LettersStatsCommand::print);
    }
    return 0;
  }

  private static void print(PrintWriter out, Processes.Answer answer) {
    out.println(answer.text("waiting") + " letters wait");
    if (answer.number("waiting") > 0) {
      out.println("  oldest " + answer.text("oldest") + ", newest " + answer.text("newest"));
    }
    out.println(
        "%s came in: %s are kept, %s were taken into one that waited, %s are removed"
            .formatted(
                answer.text("received"),
                answer.text("total"),
                answer.text("joined"),
                answer.text("removed")));
    print(out, "state", answer.part("byState"));
    print(out, "type", answer.part("byType"));
    print(out, "queue", answer.part("byQueue"));
    print(out, "call", answer.part("byCall"));
  }

  private static void print(PrintWriter out, String title, Processes.Answer counts) {
    if (counts.values().isEmpty()) {
      return;
    }
    List<Map<?, ?>> rows = new ArrayList<>();
    counts.values().forEach((name, count) -> rows.add(Map.of(title, name, "letters", count)));
    new Table("letters", title).print(out, rows);
  }
}
