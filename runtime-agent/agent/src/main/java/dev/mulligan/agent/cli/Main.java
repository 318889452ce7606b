package dev.mulligan.agent.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: what the agent's jar does when it is run by itself. */
@Command(
    name = "java -jar mulligan-agent.jar",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Gives a Java method a second chance.",
    subcommands = {
      ExplainCommand.class,
      StatusCommand.class,
      LettersCommand.class,
      BreakersCommand.class,
      SwitchCommand.class,
      AttachCommand.class,
      CompletionCommand.class
    },
    footerHeading = "%nAs an agent:%n",
    footer = {
      "  java -javaagent:mulligan-agent.jar[=key=value,...] -jar application.jar",
      "",
      "Options of the agent, also as system properties -Dmulligan.<key>=<value>:",
      "  enabled=false     leave every class as it is",
      "  strict=true       end the JVM when an annotated method cannot be guarded",
      "  config=<file>     policies for methods without annotations, and values that override",
      "                    annotations",
      "  mode=observe      change nothing, and count what the policies would have done",
      "  exclude=<a;b*>    classes to leave alone; an asterisk stands for any characters",
      "  off=<what;what>   switched off until they are switched on: all, policy:<name>,",
      "                    class:<pattern>, loader:<pattern>",
      "  dir=<folder>      where dead letters and the admin socket are (default: .mulligan)",
      "  async=<a;b>       types of asynchronous results that have an adapter of yours",
      "",
      "Exit codes: 0 done, 1 a problem was found, 2 the command line is wrong."
    })
public final class Main implements Runnable {
  /** The command found something that is not as it should be. */
  static final int PROBLEM = 1;

  /** What was asked for cannot be answered. */
  static final int USAGE = 2;

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param arguments the command and its options; none prints the usage
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return of(new Main()).execute(arguments);
  }

  /** A command as it is run here. */
  static CommandLine of(Object command) {
    return new CommandLine(command)
        .setExecutionExceptionHandler(Main::failed)
        .setParameterExceptionHandler(Main::misunderstood)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** The usage would push what is wrong out of sight. */
  private static int misunderstood(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println(command.getCommandName() + ": " + e.getMessage() + " (--help lists the options)");
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    return USAGE;
  }

  /** A person reads it, so it is one line. */
  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
    command.getErr().println(command.getCommandName() + ": " + Words.of(e));
    return PROBLEM;
  }
}
