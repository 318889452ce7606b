package dev.mulligan.runtime.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a segment is. */
class FileDiskTest {
  private static final String UID = "unix:uid";
  private static final int SOMEBODY = 4_711;

  @TempDir private Path folder;

  @Test
  void aSegmentStaysItsWritersAlsoWhenItIsReadMeanwhile() throws Exception {
    FileDisk disk = new FileDisk(folder);
    try (Closeable claim = disk.claim("a.journal");
        Disk.Output output = disk.create("a.journal")) {
      assertThat(claim).isNotNull();
      output.write(ByteBuffer.wrap(new byte[3]));
      output.force();
      try (Disk.Input input = disk.open("a.journal")) {
        assertThat(input.read(0, new byte[4], 0, 4)).isEqualTo(3);
      }

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

  @Test
  void theFolderIsLockedByOneAtATime() throws Exception {
    FileDisk disk = new FileDisk(folder);
    try (Closeable lock = disk.lock()) {
      assertThat(lock).isNotNull();
      assertThat(disk.lock()).isNull();
      assertThat(new FileDisk(folder).lock()).isNull();
    }
    try (Closeable lock = disk.lock()) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void anInterruptedThreadReads() throws Exception {
    FileDisk disk = new FileDisk(folder);
    try (Disk.Output output = disk.create("a.journal")) {
      output.write(ByteBuffer.wrap(new byte[3]));
    }
    Thread.currentThread().interrupt();
    try (Disk.Input input = disk.open("a.journal")) {
      assertThat(input.read(0, new byte[3], 0, 3)).isEqualTo(3);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aSecondCopyOfTheRuntimeInOneProcessIsAnotherClaimant() throws Exception {
    FileDisk disk = new FileDisk(folder);
    try (URLClassLoader copy = copy();
        Closeable mine = disk.claim("a.journal")) {
      assertThat(mine).isNotNull();

      assertThat(claimOf(copy, "a.journal")).isNull();
      // Had the copy opened the lock file and closed it again, the lock would be gone.
      assertThat(otherProcessClaims("a.journal")).isEqualTo("alive");
    }
    try (URLClassLoader copy = copy();
        Closeable claim = claimOf(copy, "a.journal")) {
      assertThat(claim).isNotNull();
      assertThat(disk.claim("a.journal")).isNull();
    }
  }

  @Test
  void whatIsNoFileIsNoLock() throws Exception {
    FileDisk disk = new FileDisk(folder);
    Path outside = folder.resolve("outside");
    Files.createSymbolicLink(folder.resolve("changes.lock"), outside);
    assertThatThrownBy(disk::lock).hasMessageContaining("changes.lock");
    assertThat(outside).doesNotExist();

    Files.delete(folder.resolve("changes.lock"));
    Process pipe = new ProcessBuilder("mkfifo", folder.resolve("changes.lock").toString()).start();
    assumeTrue(pipe.waitFor() == 0);
    assertThatThrownBy(disk::lock).hasMessageContaining("changes.lock");

    try (Journal journal = Journal.open(folder)) {
      journal.append(Samples.letter(Samples.id(1, 1), "same"), Samples.LIMIT);
    }
  }

  @Test
  void whatRootWritesForSomebodyIsThatOnes() throws Exception {
    assumeTrue(becomesSomebodys(folder));
    try (Journal journal = Journal.openForOperator(folder)) {
      journal.append(Samples.letter(1), Samples.LIMIT);
      assertThat(journal.discard(Samples.letter(1).id())).isTrue();

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .hasSize(3)
            .allSatisfy(file -> assertThat(Files.getAttribute(file, UID)).isEqualTo(SOMEBODY));
      }
    }
  }

  @Test
  void aFolderIntoWhichAnybodyMayPutLettersIsRefused() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> new FileDisk(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toRealPath() + ", ")
        .hasMessageContaining("chmod o-w");
    assertThat(folder).isEmptyDirectory();

    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
    assertThat(new FileDisk(folder).list()).isEmpty();
  }

  @Test
  void whatAStrangerHasPutThereIsNotReplayed() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(Samples.letter(1), Samples.LIMIT);
    }
    String segment =
        new FileDisk(folder).list().stream().filter(SegmentName::isSegment).findAny().orElseThrow();
    assumeTrue(becomesSomebodys(folder.resolve(segment)));
    try (Journal journal = Journal.open(folder)) {
      journal.append(Samples.letter(2), Samples.LIMIT);

      assertThat(journal.find(Samples.letter(1).id())).isEmpty();
      assertThatThrownBy(() -> journal.discard(Samples.letter(2).id()))
          .hasMessageContaining(segment)
          .hasStackTraceContaining("belongs to user " + SOMEBODY);
    }
    assumeTrue(becomesSomebodys(folder));
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.discard(Samples.letter(1).id())).isTrue();
      assertThat(journal.discard(Samples.letter(2).id())).isTrue();
    }
  }

  /** Only root may give something away. */
  private static boolean becomesSomebodys(Path file) {
    try {
      Files.setAttribute(file, UID, SOMEBODY);
      return true;
    } catch (IOException | RuntimeException notHere) {
      return false;
    }
  }

  private static URLClassLoader copy() {
    URL runtime = FileDisk.class.getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(new URL[] {runtime}, ClassLoader.getPlatformClassLoader());
  }

  private Closeable claimOf(ClassLoader copy, String name) throws ReflectiveOperationException {
    Constructor<?> constructor =
        copy.loadClass(FileDisk.class.getName()).getDeclaredConstructor(Path.class);
    constructor.setAccessible(true);
    Object disk = constructor.newInstance(folder);
    Method claim = disk.getClass().getDeclaredMethod("claim", String.class);
    claim.setAccessible(true);
    return (Closeable) claim.invoke(disk, name);
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
