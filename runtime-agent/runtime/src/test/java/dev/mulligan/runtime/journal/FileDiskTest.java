package dev.mulligan.runtime.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a segment is. */
class FileDiskTest {
  @TempDir private Path folder;

  @Test
  void aSegmentStaysItsWritersAlsoWhenItIsReadMeanwhile() throws Exception {
    FileDisk disk = new FileDisk(folder);
    try (Disk.Output output = disk.create("a.journal")) {
      output.write(ByteBuffer.wrap(new byte[3]));
      output.force();
      assertThat(disk.read("a.journal", 0, 3).remaining()).isEqualTo(3);

      assertThat(disk.claim("a.journal")).isNull();
      assertThat(otherProcessClaims("a.journal")).isEqualTo("alive");
    }
    assertThat(otherProcessClaims("a.journal")).isEqualTo("abandoned");
  }

  @Test
  void aClaimIsExclusive() throws Exception {
    FileDisk disk = new FileDisk(folder);
    disk.create("a.journal").close();

    try (Closeable claim = disk.claim("a.journal")) {
      assertThat(claim).isNotNull();
      assertThat(disk.claim("a.journal")).isNull();
      assertThat(otherProcessClaims("a.journal")).isEqualTo("alive");
    }
    assertThat(disk.list()).containsExactly("a.journal");
  }

  private String otherProcessClaims(String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Claimant.class.getName(),
                folder.toString(),
                name)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    return output;
  }

  /** Another process. */
  static final class Claimant {
    public static void main(String[] arguments) throws IOException {
      try (Closeable claim = new FileDisk(Path.of(arguments[0])).claim(arguments[1])) {
        System.out.println(claim == null ? "alive" : "abandoned");
      }
    }
  }
}
