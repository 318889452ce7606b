package dev.mulligan.agent.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete the commands and their options. */
@Command(
    name = "generate-completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what lets bash or zsh complete these commands and their options:",
      "  alias mulligan='java -jar mulligan-agent.jar'",
      "  source <(mulligan generate-completion)"
    })
final class CompletionCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "<alias>",
      description = "what the command is called in your shell (default: ${DEFAULT-VALUE})")
  private String alias = "mulligan";

  @Override
  public void run() {
    CommandSpec own = Objects.requireNonNull(spec);
    if (!alias.matches("[A-Za-z0-9_.-]+")) {
      throw new CommandLine.ParameterException(
          own.commandLine(), alias + " is no name of a command");
    }
    PrintWriter out = own.commandLine().getOut();
    out.print(AutoComplete.bash(alias, own.root().commandLine()));
    out.println();
    out.flush();
  }
}
