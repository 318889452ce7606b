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

  private static final int WHOLE_ID = 28;

  /** An id is copied, an age and a type say nothing by half. */
  private static final List<Column> COLUMNS =
      List.of(
          Column.whole("id"),
          Column.whole("age"),
          Column.whole("state").dispensable(1),
          Column.whole("count").dispensable(2),
          Column.cut("queue", 6).dispensable(3),
          Column.whole("type"),
          Column.cut("method", 10).weight(2).keepingEnd(),
          Column.cut("key", 6).dispensable(4),
          Column.cut("failure", 16).weight(4));

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
    int digits = digits(entries);
    new Table(Terminal.width(), COLUMNS)
        .print(out, entries.stream().<Map<?, ?>>map(entry -> row(entry, digits)).toList());
    if (Boolean.TRUE.equals(answer.values().get("more"))) {
      out.println("… and more: see --limit");
    }
  }

  private static Map<?, ?> row(Map<?, ?> entry, int digits) {
    Map<Object, @Nullable Object> row = new LinkedHashMap<>(entry);
    row.put("id", id(entry, digits));
    row.put("age", age(String.valueOf(entry.get("lastFailure")), Time.now()));
    row.put("failure", Words.simple(String.valueOf(entry.get("failure"))));
    return row;
  }

  /** So many that no two letters of the list begin the same. */
  private static int digits(List<Map<?, ?>> entries) {
    int digits = SHORT_ID;
    while (digits < WHOLE_ID && isAmbiguous(entries, digits)) {
      digits++;
    }
    return digits;
  }

  private static boolean isAmbiguous(List<Map<?, ?>> entries, int digits) {
    return entries.stream().map(entry -> id(entry, digits)).distinct().count() < entries.size();
  }

  private static String id(Map<?, ?> entry, int digits) {
    String id = String.valueOf(entry.get("id"));
    return id.substring(0, Math.min(digits, id.length()));
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
