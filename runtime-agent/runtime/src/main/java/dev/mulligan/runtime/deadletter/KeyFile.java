package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The file of keys that {@code mulligan.letters.key} names: a line a key, its id, a colon and 32
 * bytes in Base64; empty lines and those that begin with {@code #} are passed over. It is read
 * again when it has changed. A file that others may read, or that says anything else, is refused as
 * a whole, which is logged once a change. One that cannot be read just now, as when the process has
 * no file descriptor left, is tried again a little later, and until then the keys are those that
 * were read before. Thread-safe.
 */
final class KeyFile {
  static final String SETTING = "mulligan.letters.key";

  private static final Map<String, KeyFile> FILES = new ConcurrentHashMap<>();
  private static final int LONGEST = 64 * 1024;
  private static final int KEY_BYTES = 32;
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final String name;
  private final Source source;
  private @Nullable Object state;
  private @Nullable KeyRing ring;

  /** When the file could not be read, by the monotonic clock; or null. */
  private @Nullable Long failed;

  /** Reads a file of keys. */
  interface Source {
    KeyRing read(Path file) throws IOException;
  }

  private KeyFile(String name) {
    this(name, KeyFile::read);
  }

  KeyFile(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  /** The keys for the classes of a loader, or null if none are configured or they are refused. */
  static @Nullable KeyRing ring(@Nullable ClassLoader loader) {
    String name = Config.of(loader).get(SETTING);
    return name == null || name.isBlank() ? null : of(name.strip()).ring();
  }

  static KeyFile of(String name) {
    return FILES.computeIfAbsent(name, KeyFile::new);
  }

  synchronized @Nullable KeyRing ring() {
    Object now = stateNow();
    boolean pauses = failed != null && Time.nanoTime() - failed < PAUSE;
    if (!now.equals(state) && !pauses) {
      state = load() ? now : null;
    }
    return ring;
  }

  /** Returns whether it is known now what is in the file. */
  private boolean load() {
    boolean failedBefore = failed != null;
    failed = null;
    try {
      ring = source.read(Path.of(name));
    } catch (NoSuchFileException | InvalidPathException | SecurityException e) {
      refuse("it cannot be read: " + e.getClass().getSimpleName());
    } catch (IOException e) {
      failed = Time.nanoTime();
      if (!failedBefore) {
        Log.warn(SETTING + " = " + name + " cannot be read, and is tried again", e);
      }
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
    }
    return failed == null;
  }

  private void refuse(String why) {
    ring = null;
    Log.warn(SETTING + " = " + name + ": " + why + "; secret arguments are not kept");
  }

  private Object stateNow() {
    try {
      BasicFileAttributes file = Files.readAttributes(Path.of(name), BasicFileAttributes.class);
      return file.lastModifiedTime() + " " + file.size() + " " + permissions(Path.of(name));
    } catch (IOException | InvalidPathException | SecurityException e) {
      return e.getClass();
    }
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    try {
      return Files.readAttributes(file, PosixFileAttributes.class).permissions();
    } catch (UnsupportedOperationException otherSystem) {
      return Set.of();
    }
  }

  private static KeyRing read(Path file) throws IOException {
    Set<PosixFilePermission> permissions = permissions(file);
    if (permissions.stream().anyMatch(OTHERS::contains)) {
      throw new IllegalArgumentException("others than its owner may use it; chmod 600 it");
    }
    if (Files.size(file) > LONGEST) {
      throw new IllegalArgumentException("it is longer than " + LONGEST + " bytes");
    }
    // Not as UTF-8, which would fail on other bytes; ids and keys are ASCII.
    return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  static KeyRing parse(String text) {
    LinkedHashMap<String, SecretKey> keys = new LinkedHashMap<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        add(line.strip(), "line " + number + ": ", keys);
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no key in it");
    }
    return new KeyRing(keys);
  }

  /** Messages never show what stands there. */
  private static void add(String line, String where, Map<String, SecretKey> keys) {
    int colon = line.indexOf(':');
    if (colon < 0 || !ID.matcher(line.substring(0, colon)).matches()) {
      throw new IllegalArgumentException(where + "there is no id and colon before the key");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(line.substring(colon + 1).strip());
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(where + "the key is not Base64");
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          where + "the key has " + key.length + " bytes, and must have " + KEY_BYTES);
    }
    if (keys.putIfAbsent(line.substring(0, colon), new SecretKeySpec(key, "AES")) != null) {
      throw new IllegalArgumentException(where + "the id is there twice");
    }
  }
}
