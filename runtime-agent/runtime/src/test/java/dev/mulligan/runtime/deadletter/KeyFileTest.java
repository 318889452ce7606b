package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("keys");
    System.setProperty(KeyFile.SETTING, file.toString());
  }

  @AfterEach
  void nameNone() {
    System.clearProperty(KeyFile.SETTING);
  }

  @Test
  void withoutASettingThereAreNoKeys() {
    System.clearProperty(KeyFile.SETTING);

    assertThat(KeyFile.ring(null)).isNull();
  }

  @Test
  void aFileOfItsOwnerAloneIsUsed() throws IOException {
    write("one:" + KEY, "rw-------");

    assertThat(ring()).isNotNull();
  }

  @Test
  void aFileThatOthersMayUseIsRefused() throws IOException {
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx")) {
      write("one:" + KEY, permissions);

      assertThat(ring()).as(permissions).isNull();
    }
  }

  @Test
  void aChangeIsSeenAndAFileThatIsGoneIsNoKey() throws IOException {
    write("nonsense", "rw-------");
    assertThat(ring()).isNull();

    write("one:" + KEY, "rw-------");
    assertThat(ring()).isNotNull();

    Files.delete(file);
    assertThat(ring()).isNull();
  }

  @Test
  void aFolderIsNoKey() throws IOException {
    Files.createDirectory(file);

    assertThat(ring()).isNull();
  }

  @Test
  void aFileThatCannotBeReadForAMomentIsTriedAgain() throws IOException {
    write("one:" + KEY, "rw-------");
    boolean[] fails = {true};
    KeyFile keys =
        new KeyFile(
            file.toString(),
            path -> {
              if (fails[0]) {
                throw new IOException("too many open files");
              }
              return KeyFile.parse(Files.readString(path));
            });
    try (VirtualTime time = VirtualTime.install()) {
      assertThat(keys.ring()).isNull();
      fails[0] = false;
      time.advance(Duration.ofSeconds(1));

      KeyRing ring = keys.ring();
      assertThat(ring).isNotNull();

      fails[0] = true;
      write("two:" + KEY, "rw-------");
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      assertThat(keys.ring()).isSameAs(ring);
      fails[0] = false;
      assertThat(keys.ring()).isSameAs(ring);
      time.advance(Duration.ofSeconds(1));
      assertThat(keys.ring()).isNotNull().isNotSameAs(ring);
    }
  }

  private KeyRing ring() {
    return KeyFile.of(file.toString()).ring();
  }

  private void write(String text, String permissions) throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
