package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the real file system.
 *
 * <p>A segment is locked through a file beside it that nobody ever reads: on POSIX systems a
 * process loses its lock on a file as soon as it closes any other channel to the same file.
 */
final class FileDisk implements Disk {
  private static final String LOCK = ".lock";

  /**
   * The lock files of this process, which must not be opened a second time either: as system
   * properties, because a second copy of this class, in another class loader, is the same process.
   */
  private static final String OWN = "dev.mulligan.locked.";

  private final Path folder;
  private final boolean posix;

  FileDisk(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(this.folder, onlyForOwner("rwx------"));
    for (Path parent = this.folder.getParent(); parent != null; parent = parent.getParent()) {
      forceQuietly(parent);
    }
  }

  @Override
  public List<String> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(folder.resolve(name));
  }

  @Override
  public ByteBuffer read(String name, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, position + bytes.position()) < 0) {
          break;
        }
      }
    }
    return bytes.flip();
  }

  @Override
  public Output create(String name) throws IOException {
    Path lockFile = folder.resolve(name + LOCK);
    FileChannel lock = lock(lockFile);
    if (lock == null) {
      throw new IOException(lockFile + " is locked by another process");
    }
    try {
      Path file = folder.resolve(name);
      Files.createFile(file, onlyForOwner("rw-------"));
      return new ChannelOutput(
          FileChannel.open(file, StandardOpenOption.WRITE), () -> release(lockFile, lock));
    } catch (IOException | RuntimeException e) {
      release(lockFile, lock);
      throw e;
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public @Nullable Closeable claim(String name) throws IOException {
    Path lockFile = folder.resolve(name + LOCK);
    FileChannel lock = lock(lockFile);
    return lock == null ? null : () -> release(lockFile, lock);
  }

  /** Takes a lock without waiting; null if a process, this one included, holds it. */
  private @Nullable FileChannel lock(Path lockFile) throws IOException {
    if (System.getProperties().putIfAbsent(OWN + lockFile, "") != null) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              lockFile,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              onlyForOwner("rw-------"));
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (IOException | RuntimeException e) {
      close(channel);
      forget(lockFile);
      throw e;
    }
    close(channel);
    forget(lockFile);
    return null;
  }

  private static void release(Path lockFile, FileChannel lock) throws IOException {
    try {
      Files.deleteIfExists(lockFile);
    } finally {
      close(lock);
      forget(lockFile);
    }
  }

  private static void forget(Path lockFile) {
    System.getProperties().remove(OWN + lockFile);
  }

  private static void close(@Nullable FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
      channel.truncate(size);
      channel.force(true);
    }
  }

  @Override
  public void forceFolder() throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** A folder above may be anybody's; only those that were just created matter. */
  private static void forceQuietly(Path parent) {
    try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOurs) {
      // Then it was there before.
    }
  }

  /** Letters hold arguments, which are nobody else's business. */
  private FileAttribute<?>[] onlyForOwner(String permissions) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private record ChannelOutput(FileChannel channel, Closeable lock) implements Output {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        lock.close();
      }
    }
  }
}
