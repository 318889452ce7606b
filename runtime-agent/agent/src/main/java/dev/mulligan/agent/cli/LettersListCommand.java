package dev.mulligan.agent.cli;

import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists letters. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists letters, oldest first; those that wait, unless something else is said.")
final class LettersListCommand implements Callable<Integer> {
  /** Such beginnings of ids are told apart, unless many letters fail in a millisecond. */
  private static final int SHORT_ID = 16;

  private static final int LONGEST_FAILURE = 80;
  private static final int PAGE = 1_000;

  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();
  @Mixin private LetterOptions which = new LetterOptions();

  @Option(
      names = "--limit",
      paramLabel = "<n>",
      description = "how many at most (default: ${DEFAULT-VALUE})")
  private int limit = 100;

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw letters.usage("--limit " + limit + ": must be 1 or more");
    }
    try (LetterDesk desk = letters.open(processes)) {
      Map<String, @Nullable Object> fields = which.fieldsOfWaiting();
      List<Map<?, ?>> entries = new ArrayList<>();
      Object after = "";
      while (after != null && entries.size() < limit) {
        fields.put("limit", Math.min(PAGE, limit - entries.size()));
        Processes.Answer page = desk.ask("letters.list", fields);
        entries.addAll(page.entries("letters"));
        after = page.values().get("after");
        fields.put("after", after);
      }
      print(
          entries, after != null && !desk.ask("letters.list", fields).entries("letters").isEmpty());
    }
    return 0;
  }

  private void print(List<Map<?, ?>> entries, boolean more) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("letters", entries);
    values.put("more", more);
    output.print(new Processes.Answer(0, values), LettersListCommand::print);
  }

  private static void print(PrintWriter out, Processes.Answer answer) {
    List<Map<?, ?>> entries = answer.entries("letters");
    if (entries.isEmpty()) {
      out.println("no letters");
      return;
    }
    new Table("id", "age", "state", "count", "queue", "type", "method", "key", "failure")
        .print(out, entries.stream().map(LettersListCommand::row).toList());
    if (Boolean.TRUE.equals(answer.values().get("more"))) {
      out.println("… and more: see --limit");
    }
  }

  private static Map<?, ?> row(Map<?, ?> entry) {
    Map<Object, @Nullable Object> row = new LinkedHashMap<>(entry);
    row.put("id", cut(String.valueOf(entry.get("id")), SHORT_ID, ""));
    row.put("age", age(String.valueOf(entry.get("lastFailure")), Time.now()));
    row.put("failure", cut(String.valueOf(entry.get("failure")), LONGEST_FAILURE, "…"));
    return row;
  }

  private static String cut(String text, int longest, String mark) {
    return text.length() <= longest ? text : text.substring(0, longest) + mark;
  }

  /** In its largest unit. */
  static String age(String lastFailure, Instant now) {
    Duration age = Duration.between(Instant.parse(lastFailure), now);
    if (age.toDays() > 0) {
      return age.toDays() + "d";
    } else if (age.toHours() > 0) {
      return age.toHours() + "h";
    } else if (age.toMinutes() > 0) {
      return age.toMinutes() + "m";
    }
    return Math.max(0, age.toSeconds()) + "s";
  }
}
