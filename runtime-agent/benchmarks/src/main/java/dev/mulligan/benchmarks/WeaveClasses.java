package dev.mulligan.benchmarks;

import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.weave.Subject;
import dev.mulligan.agent.weave.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Weaves compiled classes in place, as the agent would when they load. So that woven code, wrapped
 * code and peers run in one JVM, under the same conditions.
 */
final class WeaveClasses {
  private WeaveClasses() {}

  /**
   * Weaves classes.
   *
   * @param arguments the folder of the classes, then their names with slashes
   * @throws IOException if a class file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Weaver weaver = new Weaver(PolicyFile.NONE, finding -> {});
    for (int i = 1; i < arguments.length; i++) {
      Path file = Path.of(arguments[0], arguments[i] + ".class");
      Subject subject =
          Subject.of(
              WeaveClasses.class.getClassLoader(),
              arguments[i],
              Files.readAllBytes(file),
              null,
              false);
      byte[] woven = weaver.weave(subject);
      if (woven == null) {
        throw new IllegalStateException("there is nothing to weave in " + file);
      }
      Files.write(file, woven);
    }
  }
}
