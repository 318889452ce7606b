package dev.mulligan.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
      "Counts letters: all by state; those that wait by reason, type, queue, call and age, and",
      "those of poison arguments by call."
    })
final class LettersStatsCommand implements Callable<Integer> {
  /** In words, youngest first. */
  private static final Map<String, String> AGES = ages();

  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();

  private static Map<String, String> ages() {
    Map<String, String> ages = new LinkedHashMap<>();
    ages.put("HOUR", "less than an hour ago");
    ages.put("DAY", "less than a day ago");
    ages.put("WEEK", "less than a week ago");
    ages.put("MONTH", "less than 30 days ago");
    ages.put("OLDER", "earlier");
    return ages;
  }

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
    print(out, "reason", answer.part("byReason"));
    print(out, "type", answer.part("byType"));
    print(out, "queue", answer.part("byQueue"));
    print(out, "call", answer.part("byCall"));
    print(out, "poison arguments of", answer.part("poisonByCall"));
    printAges(out, answer.part("byAge"));
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

  private static void printAges(PrintWriter out, Processes.Answer counts) {
    List<Map<?, ?>> rows = new ArrayList<>();
    AGES.forEach(
        (age, words) -> {
          if (counts.values().containsKey(age)) {
            rows.add(Map.of("failed last", words, "letters", counts.number(age)));
          }
        });
    if (!rows.isEmpty()) {
      new Table("letters", "failed last").print(out, rows);
    }
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
