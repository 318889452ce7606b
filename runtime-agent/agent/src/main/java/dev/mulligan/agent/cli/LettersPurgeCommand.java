package dev.mulligan.agent.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Removes letters from the store. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Removes letters from the store, but for those that are being replayed.",
      "Without a filter: those that are replayed or discarded, or past their retention.",
      "With a filter or --all: all that it means, whatever their state."
    })
final class LettersPurgeCommand implements Callable<Integer> {
  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();
  @Mixin private LetterOptions which = new LetterOptions();

  @Override
  public Integer call() throws IOException {
    Map<String, @Nullable Object> fields = which.fields();
    fields.put("all", which.isAll());
    try (LetterDesk desk = letters.open(processes)) {
      output.print(
          desk.ask("letters.purge", fields),
          (out, answer) -> out.println(answer.text("purged") + " removed"));
    }
    return 0;
  }
}
