package dev.mulligan.agent.cli;

import dev.mulligan.runtime.letter.LetterState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Marks letters as not needed. */
@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    description = {
      "Marks letters that wait as not needed. Which must be said: ids, a filter, or --all.",
      "Exit code 1 if one is being replayed, or does not wait any more."
    })
final class LettersDiscardCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();
  @Mixin private LetterOptions which = new LetterOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "<id>",
      description = "ids, or as much of their beginnings as is clear")
  private List<String> ids = new ArrayList<>();

  private long discarded;
  private long skipped;

  @Override
  public Integer call() throws IOException {
    if (ids.isEmpty() == (which.isEmpty() && !which.isAll())) {
      throw letters.usage("say which letters: either ids, or a filter or --all");
    }
    try (LetterDesk desk = letters.open(processes)) {
      for (String id : ids) {
        count(desk.ask("letters.discard", Map.of("id", id)));
      }
      if (ids.isEmpty()) {
        discardAll(desk);
      }
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("discarded", discarded);
    values.put("skipped", skipped);
    output.print(
        new Processes.Answer(0, values),
        (out, answer) ->
            out.println(
                discarded
                    + " discarded"
                    + (skipped == 0
                        ? ""
                        : ", " + skipped + " passed over: replayed just now, or done already")));
    return skipped == 0 ? 0 : Main.PROBLEM;
  }

  private void discardAll(LetterDesk desk) throws IOException {
    Map<String, @Nullable Object> fields = which.fields();
    Map<String, @Nullable Object> waiting = which.fields();
    waiting.put("state", LetterState.STORED.name());
    fields.put("all", which.isAll());
    fields.put("limit", PAGE);
    try (Progress progress = Progress.on(output, () -> desk.count(waiting))) {
      Object after = "";
      while (after != null) {
        Processes.Answer page = desk.ask("letters.discard", fields);
        count(page);
        progress.show(discarded + skipped, "");
        after = page.values().get("after");
        fields.put("after", after);
      }
    }
  }

  private void count(Processes.Answer answer) {
    discarded += answer.number("discarded");
    skipped += answer.number("skipped");
  }
}
