package dev.mulligan.agent.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/**
 * Loads {@link Probe} as an application loads its classes, and looks whether the agent has woven
 * it.
 */
public final class SelfTest {
  private static final String PROBE = "dev.mulligan.agent.selftest.Probe";
  private static volatile String outcome = "has not run yet";

  private SelfTest() {}

  /**
   * Runs the test.
   *
   * @return true if the probe was guarded
   */
  public static boolean run() {
    String found;
    try {
      found = isGuarded() ? "passed" : "failed: the probe ran as it was written";
    } catch (Throwable broken) {
      found = "failed: " + broken;
    }
    outcome = found;
    return found.equals("passed");
  }

  /**
   * Tells how the test ended.
   *
   * @return {@code passed}, {@code failed: …}, or that it has not run yet
   */
  public static String outcome() {
    return outcome;
  }

  private static boolean isGuarded() throws Exception {
    Object probe = new Applications().define(PROBE).getDeclaredConstructor().newInstance();
    Object body = ((Callable<?>) probe).call();
    return body != Thread.currentThread();
  }

  /** A loader like that of an application; dropped with its class when the test has ended. */
  private static final class Applications extends ClassLoader {
    Applications() {
      super("mulligan-self-test", SelfTest.class.getClassLoader());
    }

    Class<?> define(String name) throws IOException {
      String path = name.replace('.', '/') + ".class";
      try (InputStream in = SelfTest.class.getClassLoader().getResourceAsStream(path)) {
        if (in == null) {
          throw new IOException("there is no " + path);
        }
        byte[] file = in.readAllBytes();
        return defineClass(name, file, 0, file.length);
      }
    }
  }
}
