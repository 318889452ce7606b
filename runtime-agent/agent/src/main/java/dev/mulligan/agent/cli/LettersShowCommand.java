package dev.mulligan.agent.cli;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows all that is kept of a letter. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows all that is kept of a letter.")
final class LettersShowCommand implements Callable<Integer> {
  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "<id>", description = "the id, or as much of its beginning as is clear")
  private String id = "";

  @Override
  public Integer call() throws IOException {
    try (LetterDesk desk = letters.open(processes)) {
      String json = desk.ask("letters.show", Map.of("id", id)).text("letter");
      PrintWriter out = output.out();
      if (output.isJson()) {
        // As it is kept: numbers would not survive being read.
        out.println(json);
      } else {
        print(LetterJson.read(json), out);
      }
      out.flush();
    }
    return 0;
  }

  private static void print(Letter letter, PrintWriter out) {
    line(out, "letter", letter.id());
    line(out, "state", letter.state());
    line(out, "count", letter.status().count());
    line(out, "failed replays", letter.status().replays());
    line(out, "replayed by", letter.status().owner());
    line(out, "reason", letter.reason());
    line(out, "type", letter.type());
    line(out, "queue", letter.queue());
    line(out, "call", letter.callId());
    line(out, "key", letter.key());
    line(out, "first failure", letter.firstFailure());
    line(out, "last failure", letter.lastFailure());
    line(out, "kept until", letter.retainUntil());
    line(out, "thread", letter.origin().thread());
    line(out, "host", letter.origin().host());
    line(out, "version", letter.origin().version());
    line(out, "trace", letter.origin().trace());
    letter.origin().context().forEach((name, value) -> line(out, "context " + name, value));
    out.println("arguments:");
    letter.arguments().forEach(argument -> print(argument, out));
    out.println("failure:");
    letter.failure().lines().forEach(line -> out.println("  " + Words.plain(line)));
    out.println("attempts:");
    letter.attempts().forEach(attempt -> print(attempt, out));
  }

  private static void line(PrintWriter out, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      out.println(Words.plain(name) + ": " + Words.plain(value.toString()));
    }
  }

  private static void print(LetterArgument argument, PrintWriter out) {
    String json = argument.json();
    String value = json == null ? "not kept: " + argument.note() : json;
    out.println("  " + Words.plain(argument.name() + " (" + argument.type() + "): " + value));
  }

  private static void print(LetterAttempt attempt, PrintWriter out) {
    out.println(
        Words.plain(
            "  %d  %s  after %d ms  %s  %s"
                .formatted(
                    attempt.number(),
                    attempt.at(),
                    attempt.waited().toMillis(),
                    attempt.type(),
                    attempt.failure())));
  }
}
