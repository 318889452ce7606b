package dev.mulligan.agent.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Switches policies off and on in applications that run. */
@Command(
    name = "switch",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(off | on | list)",
    description = {
      "Switches policies off and on in applications that run; methods that are off run as they"
          + " were written.",
      "What: all, policy:<name>, class:<pattern> or loader:<pattern>."
    })
final class SwitchCommand {
  @Command(name = "off", description = "switch off, from the next call on")
  int off(
      @Mixin Processes processes,
      @Mixin Output output,
      @Parameters(paramLabel = "<what>", description = "see above") String what)
      throws IOException {
    return print(output, processes.ask("switch.off", Map.of("what", what)));
  }

  @Command(name = "on", description = "switch on what was switched off")
  int on(
      @Mixin Processes processes,
      @Mixin Output output,
      @Parameters(paramLabel = "<what>", description = "as it was switched off") String what)
      throws IOException {
    return print(output, processes.ask("switch.on", Map.of("what", what)));
  }

  @Command(name = "list", description = "list what is off")
  int list(@Mixin Processes processes, @Mixin Output output) throws IOException {
    return print(output, processes.ask("switch.list", Map.of()));
  }

  private static int print(Output output, List<Processes.Answer> answers) {
    output.print(
        answers,
        (out, answer) -> out.println("process " + answer.pid() + ": off " + answer.text("off")));
    return 0;
  }
}
