package dev.mulligan.conformance.campaign;

/** What a start with any agent loads is what ours is compared with. */
public final class EmptyAgent {
  private EmptyAgent() {}

  /**
   * Called by the JVM before {@code main}; does nothing.
   *
   * @param arguments none
   */
  public static void premain(String arguments) {}
}
