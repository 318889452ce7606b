package dev.mulligan.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
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
    description = {
      "Counts letters: all by state; those that wait by type, queue and call, most first, and",
      "those of poison arguments by call, where the store counts them (the journal does)."
    })
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
    long waiting = answer.number("waiting");
    out.println(waiting == 1 ? "1 letter waits" : waiting + " letters wait");
    if (waiting > 0) {
      String oldest = Words.moment(answer.values().get("oldest"));
      out.println(
          waiting == 1
              ? "  it failed at " + oldest
              : "  oldest " + oldest + ", newest " + Words.moment(answer.values().get("newest")));
    }
    out.println(came(answer));
    print(out, "state", answer.part("byState"));
    print(out, "type", answer.part("byType"));
    print(out, "queue", answer.part("byQueue"));
    print(out, "call", answer.part("byCall"));
    print(out, "poison arguments of", answer.part("poisonByCall"));
  }

  /** Every call that ever came in is in one of these numbers. */
  private static String came(Processes.Answer answer) {
    long kept = answer.number("total");
    long joined = answer.number("joined");
    long removed = answer.number("removed");
    return Words.count(answer.number("received"), "failed call")
        + " came in: "
        + kept
        + (kept == 1 ? " is a letter" : " are letters")
        + (joined == 0 ? "" : ", " + joined + " failed again while a letter of the call waited")
        + (removed == 0 ? "" : ", " + removed + (removed == 1 ? " is removed" : " are removed"));
  }

  private static void print(PrintWriter out, String title, Processes.Answer counts) {
    if (counts.values().isEmpty()) {
      return;
    }
    List<Map<?, ?>> rows = new ArrayList<>();
    counts.values().keySet().stream()
        .sorted(Comparator.comparing(counts::number).reversed())
        .forEach(name -> rows.add(Map.of(title, name, "letters", counts.number(name))));
    new Table("letters", title).print(out, rows);
  }
}
