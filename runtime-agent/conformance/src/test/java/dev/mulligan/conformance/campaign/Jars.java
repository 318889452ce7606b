package dev.mulligan.conformance.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The jars of the list, which Maven copies once. */
final class Jars {
  private static final Path SCRIPT = Path.of("src/test/resources/campaign/jars.sh");
  private static final long MINUTES = Effort.of(10, 60);

  private Jars() {}

  static void copyTo(Path folder) throws IOException, InterruptedException {
    Path said = Files.createDirectories(folder.getParent()).resolve("said-copying.txt");
    Process copying =
        new ProcessBuilder(
                "bash",
                SCRIPT.toString(),
                Effort.name(),
                folder.toString(),
                System.getProperty("campaign.maven"),
                System.getProperty("campaign.repository"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!copying.waitFor(MINUTES, TimeUnit.MINUTES)) {
      copying.descendants().forEach(ProcessHandle::destroyForcibly);
      copying.destroyForcibly().waitFor();
    }
    if (copying.exitValue() != 0) {
      throw new IOException("the jars of the list were not copied: " + Files.readString(said));
    }
  }
}
