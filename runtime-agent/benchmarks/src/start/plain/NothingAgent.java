import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what the JVM itself needs to start with any agent. */
public final class NothingAgent {
  private NothingAgent() {}

  /** Called by the JVM before main. */
  public static void premain(String arguments, Instrumentation instrumentation) {}
}
