package dev.mulligan.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is guarded in applications that run, and what is not. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what is guarded in the applications that run, and what is not.",
      "Exit code 1 if a method that should be guarded is not, or the self-test failed."
    })
final class StatusCommand implements Callable<Integer> {
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    List<Processes.Answer> answers = processes.ask("status", Map.of());
    output.print(answers, StatusCommand::print);
    return answers.stream().allMatch(StatusCommand::isFine) ? 0 : Main.PROBLEM;
  }

  private static boolean isFine(Processes.Answer answer) {
    Processes.Answer agent = answer.part("agent");
    return agent.entries("notGuarded").isEmpty() && !agent.text("selfTest").startsWith("failed");
  }

  private static void print(PrintWriter out, Processes.Answer answer) {
    out.println("process " + answer.pid() + ", Mulligan " + answer.text("version"));
    out.println("guards:");
    new Table("method", "name", "policies", "engine", "state").print(out, answer.entries("guards"));
    printSpool(out, answer.part("spool"));
    Processes.Answer agent = answer.part("agent");
    if (agent.values().isEmpty()) {
      out.println("no agent");
      return;
    }
    out.println("agent: self-test " + agent.text("selfTest"));
    print(out, "woven", agent, "woven");
    print(out, "woven at build time", agent, "wovenBefore");
    print(out, "not guarded", agent, "notGuarded");
  }

  private static void printSpool(PrintWriter out, Processes.Answer spool) {
    if (spool.values().get("awaySince") != null) {
      out.println(
          "the store of dead letters is away since "
              + Words.moment(spool.values().get("awaySince"))
              + ", "
              + Words.count(spool.number("letters"), "letter")
              + " in the spool: "
              + Words.plain(spool.text("reason")));
    }
  }

  private static void print(PrintWriter out, String title, Processes.Answer agent, String key) {
    List<Map<?, ?>> entries = agent.entries(key);
    out.println(title + ": " + entries.size());
    for (Map<?, ?> entry : entries) {
      Object reason = entry.get("reason");
      out.println("  " + entry.get("method") + (reason == null ? "" : ": " + reason));
    }
  }
}
