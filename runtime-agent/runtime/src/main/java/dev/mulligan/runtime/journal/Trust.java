package dev.mulligan.runtime.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose letters are in a folder: what a letter says is called with the rights of this process. On
 * systems without users of files, everybody's. Thread-safe.
 */
final class Trust {
  private static final String UID = "unix:uid";
  private static final Object ROOT = 0;

  private final Path folder;
  private final boolean unix;
  private final Set<String> trusted = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Object me;

  Trust(Path folder) {
    this.folder = folder;
    this.unix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /**
   * Refuses a folder into which anybody may put letters.
   *
   * @throws IOException if so; the message says what to do
   */
  void requireFolder() throws IOException {
    if (unix && isOpenToAll(folder) && keepsPermissions()) {
      throw new IOException(
          "every user of this machine can put letters into "
              + folder
              + ", to be called by a replay: look through it, and chmod o-w it");
    }
  }

  private static boolean isOpenToAll(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Some file systems, of networks or other machines, show the same of every file. */
  private boolean keepsPermissions() throws IOException {
    Path probe = Files.createTempFile(folder, "probe", ".tmp");
    try {
      return !isOpenToAll(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /**
   * Refuses a file of somebody who is neither the folder's owner nor root nor this process.
   *
   * @throws IOException if so; the message says what to do
   */
  void requireFile(String name) throws IOException {
    if (!unix || trusted.contains(name)) {
      return;
    }
    Object owner = owner(folder.resolve(name));
    if (!owner.equals(owner(folder)) && !owner.equals(ROOT) && !owner.equals(me())) {
      throw new IOException(
          name
              + " belongs to user "
              + owner
              + ", and not to the owner of "
              + folder
              + ": look through it, and chown it or move it away");
    }
    trusted.add(name);
  }

  void forget(String name) {
    trusted.remove(name);
  }

  private static Object owner(Path file) throws IOException {
    return Files.getAttribute(file, UID, LinkOption.NOFOLLOW_LINKS);
  }

  /** The JDK does not tell; what this process creates does. */
  private Object me() throws IOException {
    Object known = me;
    if (known == null) {
      Path probe = Files.createTempFile(folder, "probe", ".tmp");
      try {
        known = owner(probe);
      } finally {
        Files.delete(probe);
      }
      me = known;
    }
    return known;
  }

  /**
   * Gives a file to the folder's owner, who could not read it otherwise.
   *
   * @param file a new file
   * @return false if it belongs to somebody else, and this process may not give it away
   */
  boolean handOver(Path file) throws IOException {
    if (!unix || owner(folder).equals(owner(file))) {
      return true;
    }
    try {
      Files.setAttribute(file, UID, owner(folder), LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (IOException notRoot) {
      return false;
    }
  }
}
