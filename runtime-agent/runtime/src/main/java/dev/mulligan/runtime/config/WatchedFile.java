package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Text;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file whose values are kept up to date. What cannot be read, or is no properties text, leaves
 * the last good values in place and is logged once. A changed file counts when two looks in a row
 * find it the same, because it may be half-written. Not thread-safe.
 */
final class WatchedFile {
  private static final int LARGEST = 1 << 20;

  /** A file system that counts whole seconds shows no second change within the same one. */
  private static final long YOUNG_MILLIS = 2_000;

  private final Consumer<String> log;
  private @Nullable String path;
  private @Nullable Stamp stamp;
  private byte[] seen = {};
  private boolean settled = true;
  private boolean readable = true;
  private @Nullable String trouble;
  private Map<String, String> values = Map.of();

  WatchedFile(Consumer<String> log) {
    this.log = log;
  }

  /**
   * Looks at the file.
   *
   * @param wanted its path, or null for no file
   * @param now reads it in any case, and takes it as it is
   * @return the values that count
   */
  Map<String, String> look(@Nullable String wanted, boolean now) {
    boolean another = wanted != null && !wanted.equals(path);
    if (wanted == null || another) {
      forget(wanted);
    }
    if (wanted == null) {
      return values;
    }
    try {
      read(Path.of(wanted), now || another);
      if (settled && readable) {
        trouble = null;
      }
    } catch (IOException | RuntimeException e) {
      stamp = null;
      complain(wanted, e);
    }
    return values;
  }

  private void forget(@Nullable String wanted) {
    path = wanted;
    stamp = null;
    seen = new byte[0];
    settled = true;
    readable = true;
    trouble = null;
    values = Map.of();
  }

  private void read(Path file, boolean now) throws IOException {
    // Before the content: if it changes in between, the next look finds another stamp.
    Stamp current = Stamp.of(file);
    if (!now && settled && current.equals(stamp) && !current.isYoung()) {
      return;
    }
    byte[] content = content(file);
    boolean same = Arrays.equals(content, seen);
    boolean counts = now || (same && !settled);
    seen = content;
    stamp = current;
    settled = counts || (same && settled);
    if (counts) {
      readable = false;
      values = PropertiesText.parse(content);
      readable = true;
    }
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new IOException("it is larger than " + LARGEST + " bytes");
      }
      return content;
    }
  }

  private void complain(String wanted, Exception e) {
    String message = e.toString();
    if (!message.equals(trouble)) {
      trouble = message;
      log.accept(
          "The configuration file "
              + wanted
              + " cannot be read, its last good values stay: "
              + Text.summary(e));
    }
  }

  /**
   * What tells one state of a file from another; the key differs when a file was moved in place.
   */
  private record Stamp(FileTime modified, long size, @Nullable Object fileKey) {
    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        // Reading a pipe could wait for ever.
        throw new IOException("it is not a regular file");
      }
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    boolean isYoung() {
      return Time.now().toEpochMilli() - modified.toMillis() < YOUNG_MILLIS;
    }
  }
}
