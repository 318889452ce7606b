package dev.mulligan.agent.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, opens and closes the circuit breakers of applications that run. */
@Command(
    name = "breakers",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | open | close)",
    description = "Lists, opens and closes the circuit breakers of applications that run.")
final class BreakersCommand {
  @Command(name = "list", description = "list them with what they have counted")
  int list(@Mixin Processes processes, @Mixin Output output) throws IOException {
    List<Processes.Answer> answers = processes.ask("breakers.list", Map.of());
    output.print(
        answers,
        (out, answer) -> {
          out.println("process " + answer.pid());
          new Table("name", "key", "state", "forced", "calls", "failures", "slow")
              .print(out, answer.entries("breakers"));
        });
    return 0;
  }

  @Command(name = "open", description = "open a breaker, and keep it open until it is closed")
  int open(
      @Mixin Processes processes,
      @Mixin Output output,
      @Parameters(paramLabel = "<name>", description = "as list shows it") String name,
      @Option(names = "--key", description = "only the breaker of this key") @Nullable String key)
      throws IOException {
    return turn("breakers.open", processes, output, name, key);
  }

  @Command(name = "close", description = "close a breaker")
  int close(
      @Mixin Processes processes,
      @Mixin Output output,
      @Parameters(paramLabel = "<name>", description = "as list shows it") String name,
      @Option(names = "--key", description = "only the breaker of this key") @Nullable String key)
      throws IOException {
    return turn("breakers.close", processes, output, name, key);
  }

  private static int turn(
      String command, Processes processes, Output output, String name, @Nullable String key)
      throws IOException {
    Map<String, String> arguments =
        key == null ? Map.of("name", name) : Map.of("name", name, "key", key);
    output.print(
        processes.ask(command, arguments),
        (out, answer) ->
            out.println("process " + answer.pid() + ": " + answer.text("breakers") + " changed"));
    return 0;
  }
}
