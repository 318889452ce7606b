package dev.mulligan.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
  @TempDir Path folder;

  private final List<String> log = new ArrayList<>();
  private final WatchedFile watched = new WatchedFile(log::add);
  private VirtualTime time;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    time = VirtualTime.install();
    file = folder.resolve("mulligan.properties");
  }

  @AfterEach
  void releaseTheClock() {
    time.close();
  }

  private Map<String, String> look() {
    return watched.look(file.toString(), false);
  }

  private Map<String, String> lookNow() {
    return watched.look(file.toString(), true);
  }

  /** Writes and sets the time of the change, seconds before the clock. */
  private void write(String text, long secondsAgo) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(
        file, FileTime.from(time.now().minus(Duration.ofSeconds(secondsAgo))));
  }

  @Test
  void theFirstLookReadsAtOnce() throws IOException {
    write("a = ü", 60);
    assertThat(look()).containsExactly(Map.entry("a", "ü"));
  }

  @Test
  void aChangeCountsWhenTwoLooksFindTheSame() throws IOException {
    write("a = 1", 60);
    look();
    write("a = 2", 50);
    assertThat(look()).containsEntry("a", "1");
    write("a = 23", 40);
    assertThat(look()).containsEntry("a", "1");
    assertThat(look()).containsEntry("a", "23");
  }

  @Test
  void aReloadTakesTheFileAsItIs() throws IOException {
    write("a = 1", 60);
    look();
    write("a = 2", 50);
    assertThat(lookNow()).containsEntry("a", "2");
  }

  @Test
  void aChangeWithinTheSameSecondIsSeenWhileTheFileIsYoung() throws IOException {
    write("a = 1", 1);
    look();
    write("a = 2", 1);
    look();
    assertThat(look()).containsEntry("a", "2");
  }

  @Test
  void anOldFileWithTheSameStampIsNotReadAgain() throws IOException {
    write("a = 1", 60);
    look();
    write("a = 2", 60);
    look();
    assertThat(look()).containsEntry("a", "1");
  }

  @Test
  void aFileThatIsMovedInPlaceIsSeenEvenWithTheSameTimeAndSize() throws IOException {
    write("a = 1", 60);
    look();
    Path other = folder.resolve("other");
    Files.writeString(other, "a = 2");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    look();
    assertThat(look()).containsEntry("a", "2");
  }

  @Test
  void aFileThatVanishesLeavesItsValuesAndIsReportedOnce() throws IOException {
    write("a = 1", 60);
    look();
    Files.delete(file);
    assertThat(look()).containsEntry("a", "1");
    assertThat(look()).containsEntry("a", "1");
    assertThat(log)
        .singleElement()
        .asString()
        .startsWith(
            "The configuration file "
                + file
                + " cannot be read, its last good values stay:"
                + " java.nio.file.NoSuchFileException: ")
        // The number of a temporary folder can look like that of a card, and is not shown then.
        .endsWith("/mulligan.properties");

    write("a = 2", 60);
    look();
    assertThat(look()).containsEntry("a", "2");
    Files.delete(file);
    look();
    assertThat(log).hasSize(2);
  }

  @Test
  void textThatCannotBeParsedLeavesTheLastGoodValues() throws IOException {
    write("a = 1", 60);
    look();
    write("a = \\u12", 50);
    look();
    assertThat(look()).containsEntry("a", "1");
    look();
    lookNow();
    assertThat(log).singleElement().asString().contains("Malformed \\uxxxx encoding");

    Files.write(file, new byte[] {'a', '=', (byte) 0xff});
    assertThat(lookNow()).containsEntry("a", "1");
    assertThat(log).hasSize(2).last().asString().contains("MalformedInputException");

    write("a = 2", 40);
    assertThat(lookNow()).containsEntry("a", "2");
  }

  @Test
  void whatIsNoFileOrTooLargeIsNotRead() throws IOException {
    assertThat(watched.look(folder.toString(), false)).isEmpty();
    assertThat(log).singleElement().asString().endsWith("it is not a regular file");

    Files.write(file, new byte[(1 << 20) + 1]);
    assertThat(look()).isEmpty();
    assertThat(log).last().asString().endsWith("it is larger than 1048576 bytes");
  }

  @Test
  void withoutAFileThereAreNoValues() throws IOException {
    write("a = 1", 60);
    look();
    assertThat(watched.look(null, false)).isEmpty();
    assertThat(log).isEmpty();
  }
}
