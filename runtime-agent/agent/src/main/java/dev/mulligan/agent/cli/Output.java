package dev.mulligan.agent.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints what it was told: for people, or as JSON. */
final class Output {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  /** Tells whether JSON is wanted. */
  boolean isJson() {
    return json;
  }

  PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  /** Prints one answer of one process, or of the journal. */
  void print(Processes.Answer answer, BiConsumer<PrintWriter, Processes.Answer> printer) {
    if (json) {
      out().println(Json.of(answer.values()));
    } else {
      printer.accept(out(), answer);
    }
    out().flush();
  }

  void print(List<Processes.Answer> answers, BiConsumer<PrintWriter, Processes.Answer> printer) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(Json.of(answers.stream().map(Processes.Answer::values).toList()));
    } else {
      answers.forEach(answer -> printer.accept(out, answer));
    }
    out.flush();
  }
}
