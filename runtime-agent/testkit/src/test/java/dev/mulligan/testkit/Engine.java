package dev.mulligan.testkit;

/** What applies the policies in this run: a generated wrapper, the agent, or both at once. */
final class Engine {
  private static final boolean AGENT = "agent".equals(System.getProperty("testkit.engine"));

  private Engine() {}

  static PageClient pageClient() {
    return AGENT ? new PageClient() : new ResilientPageClient();
  }
}
