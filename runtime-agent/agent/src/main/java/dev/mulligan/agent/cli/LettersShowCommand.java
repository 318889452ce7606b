package dev.mulligan.agent.cli;

import dev.mulligan.runtime.admin.AdminSocket;
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
  /** What a letter has where its host could not be found out. */
  private static final String UNKNOWN_HOST = "unknown";

  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "<id>", description = "the id, or as much of its beginning as is clear")
  private String id = "";

  @Override
  public Integer call() throws IOException {
    try (LetterDesk desk = letters.open(processes)) {
      Processes.Answer answer = ask(desk);
      String json = answer.text("letter");
      PrintWriter out = output.out();
      if (output.isJson()) {
        // As it is kept: numbers would not survive being read.
        out.println(json);
      } else {
        print(LetterJson.read(json), answer.part("lastReplay"), out);
      }
      out.flush();
    }
    return 0;
  }

  /** Of several copies of the runtime in a process, the one that called it knows more. */
  private Processes.Answer ask(LetterDesk desk) throws IOException {
    Map<String, String> request = Map.of("id", id);
    Processes.Answer answer = desk.ask("letters.show", request);
    for (AdminSocket other : desk.others()) {
      if (!answer.part("lastReplay").values().isEmpty()) {
        return answer;
      }
      answer = LetterDesk.ask(other, "letters.show", request);
    }
    return answer;
  }

  private static void print(Letter letter, Processes.Answer lastReplay, PrintWriter out) {
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
    line(out, "first failure", Words.moment(letter.firstFailure()));
    line(out, "last failure", Words.moment(letter.lastFailure()));
    line(out, "kept until", Words.moment(letter.retainUntil()));
    line(out, "thread", letter.origin().thread());
    line(out, "host", UNKNOWN_HOST.equals(letter.origin().host()) ? "" : letter.origin().host());
    line(out, "version", letter.origin().version());
    line(out, "trace", letter.origin().trace());
    letter.origin().context().forEach((name, value) -> line(out, "context " + name, value));
    if (!letter.arguments().isEmpty()) {
      out.println("arguments:");
      letter.arguments().forEach(argument -> print(argument, out));
    }
    out.println("failure:");
    print(letter.failure(), out);
    if (!letter.attempts().isEmpty()) {
      out.println("attempts:");
      letter.attempts().forEach(attempt -> print(attempt, out));
    }
    if (letter.status().replays() > 0) {
      printReplay(lastReplay, out);
    }
  }

  private static void printReplay(Processes.Answer last, PrintWriter out) {
    if (last.values().isEmpty()) {
      out.println(
          "last failed replay: only the process that called it knows why, as long as it runs");
      return;
    }
    out.println(
        Words.plain(
            "last failed replay: %s  %s"
                .formatted(Words.moment(last.values().get("at")), last.text("type"))));
    print(last.text("failure"), out);
  }

  private static void print(String failure, PrintWriter out) {
    failure.lines().forEach(line -> out.println("  " + Words.plain(line)));
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
                    Words.moment(attempt.at()),
                    attempt.waited().toMillis(),
                    attempt.type(),
                    attempt.failure())));
  }
}
