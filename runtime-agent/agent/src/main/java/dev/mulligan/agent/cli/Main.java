package dev.mulligan.agent.cli;

/** Tells how the jar is used. */
public final class Main {
  private static final int USAGE_ERROR = 2;
  private static final String USAGE =
      """
      Mulligan gives a Java method a second chance.

      Usage: java -javaagent:mulligan-agent.jar[=key=value,...] -jar application.jar

      Options, also as system properties -Dmulligan.<key>=<value>:
        enabled=false     leave every class as it is
        dir=<folder>      where dead letters are kept (default: .mulligan)
        config=<file>     properties that override the values of annotations
        exclude=<a;b*>    classes, or prefixes with an asterisk, to leave alone
        async=<a;b>       types of asynchronous results that have an adapter of yours
      """;

  private Main() {}

  /**
   * Prints the usage.
   *
   * @param arguments there are no commands
   */
  public static void main(String[] arguments) {
    boolean askedFor =
        arguments.length == 0 || arguments[0].equals("--help") || arguments[0].equals("-h");
    if (askedFor) {
      System.out.print(USAGE);
    } else {
      System.err.println("Unknown command: " + arguments[0]);
      System.err.print(USAGE);
      System.exit(USAGE_ERROR);
    }
  }
}
