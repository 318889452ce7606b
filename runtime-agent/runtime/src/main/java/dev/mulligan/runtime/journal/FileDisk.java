package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Held while states of letters are compared and changed. */
  private static final String FOLDER_LOCK = "changes" + LOCK;

  /**
   * The lock files of this process, which must not be opened a second time either: as system
   * properties, because a second copy of this class, in another class loader, is the same process.
   */
  private static final String OWN = "dev.mulligan.locked.";

  /** Some file systems know the time of a change to two seconds only. */
  private static final Duration COARSE = Duration.ofMillis(2_500);

  /** Those that tell nanoseconds know it to a tick of the system's timer. */
  private static final Duration FINE = Duration.ofMillis(100);

  private static final int NANOS_OF_MILLI = 1_000_000;

  private final Path folder;
  private final boolean posix;
  private final boolean isVisitor;
  private final Trust trust;
  private final Set<String> regular = ConcurrentHashMap.newKeySet();
  private @Nullable FileTime changed;
  private long changeSeen;

  FileDisk(Path folder) throws IOException {
    this(folder, false);
  }

  /**
   * Opens a folder, or creates it.
   *
   * @param isVisitor whether another process, whose the folder is, must be able to read all that is
   *     written
   */
  FileDisk(Path folder, boolean isVisitor) throws IOException {
    this.isVisitor = isVisitor;
    this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    boolean unused = create(folder);
    // Two names of one folder must be one folder, or this process would not know its own locks.
    this.folder = folder.toRealPath();
    this.trust = new Trust(this.folder);
    trust.requireFolder();
  }

  @Override
  public boolean createFolder() throws IOException {
    return create(folder);
  }

  private boolean create(Path missing) throws IOException {
    if (Files.isDirectory(missing)) {
      return false;
    }
    Files.createDirectories(missing.toAbsolutePath(), onlyForOwner("rwx------"));
    for (Path parent = missing.toAbsolutePath().getParent();
        parent != null;
        parent = parent.getParent()) {
      forceQuietly(parent);
    }
    return true;
  }

  @Override
  public List<String> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(this::isRegular)
          .sorted()
          .toList();
    }
  }

  /** The time of the last change: sure when so much has passed that another one would show. */
  @Override
  public @Nullable Object state() throws IOException {
    FileTime now = Files.getLastModifiedTime(folder);
    long time = Time.nanoTime();
    if (!now.equals(changed)) {
      changed = now;
      changeSeen = time;
    }
    boolean coarse = now.toInstant().getNano() % NANOS_OF_MILLI == 0;
    return time - changeSeen < (coarse ? COARSE : FINE).toNanos() ? null : now;
  }

  @Override
  public boolean isClaimed(String name) {
    return Files.exists(folder.resolve(name + LOCK));
  }

  /** A link may lead anywhere, and reading a pipe may never end. Asked once for each name. */
  private boolean isRegular(String name) {
    if (!regular.contains(name)
        && Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      regular.add(name);
    }
    return regular.contains(name);
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(folder.resolve(name));
  }

  @Override
  public Input open(String name) throws IOException {
    trust.requireFile(name);
    return new FileInput(new RandomAccessFile(folder.resolve(name).toFile(), "r"));
  }

  @Override
  public Output create(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createFile(file, onlyForOwner("rw-------"));
    handOver(file);
    return new ChannelOutput(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(
        folder.resolve(from),
        folder.resolve(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(String name) throws IOException {
    regular.remove(name);
    trust.forget(name);
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public @Nullable Closeable claim(String name) throws IOException {
    Path lockFile = folder.resolve(name + LOCK);
    FileChannel lock = lock(lockFile);
    return lock == null ? null : () -> release(lockFile, lock);
  }

  @Override
  public @Nullable Closeable lock() throws IOException {
    // Never removed: whoever opened the file before would lock one that nobody sees any more.
    Path lockFile = folder.resolve(FOLDER_LOCK);
    FileChannel lock = lock(lockFile);
    return lock == null ? null : () -> unlock(lockFile, lock);
  }

  /** Takes a lock without waiting; null if a process, this one included, holds it. */
  private @Nullable FileChannel lock(Path lockFile) throws IOException {
    if (System.getProperties().putIfAbsent(OWN + lockFile, "") != null) {
      return null;
    }
    FileChannel channel = null;
    try {
      boolean isNew = isNew(lockFile);
      channel =
          FileChannel.open(
              lockFile,
              Set.of(
                  StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
              onlyForOwner("rw-------"));
      if (isNew) {
        handOver(lockFile);
      }
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException others) {
      // A copy of this class that does not know the property.
    } catch (IOException | RuntimeException | Error e) {
      close(channel);
      forget(lockFile);
      throw e;
    }
    close(channel);
    forget(lockFile);
    return null;
  }

  /** Whoever opens a pipe waits for its other end, and a link may lead anywhere. */
  private static boolean isNew(Path lockFile) throws IOException {
    BasicFileAttributes known;
    try {
      known = Files.readAttributes(lockFile, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException none) {
      return true;
    }
    if (!known.isRegularFile()) {
      throw new IOException(lockFile + " is not a file, so that it cannot be locked: remove it");
    }
    return false;
  }

  /** What root writes into somebody's folder is that one's. */
  private void handOver(Path file) throws IOException {
    if (!trust.handOver(file) && isVisitor) {
      Files.delete(file);
      throw new IOException(
          folder + " is somebody else's, who could not read what is written now: ask its owner");
    }
  }

  private static void release(Path lockFile, FileChannel lock) throws IOException {
    try {
      Files.deleteIfExists(lockFile);
    } finally {
      unlock(lockFile, lock);
    }
  }

  private static void unlock(Path lockFile, FileChannel lock) throws IOException {
    try {
      lock.close();
    } finally {
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

  private record ChannelOutput(FileChannel channel) implements Output {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    @Override
    public void reserve(int bytes) throws IOException {
      byte[] blank = new byte[bytes];
      Arrays.fill(blank, (byte) ' ');
      ByteBuffer all = ByteBuffer.wrap(blank);
      long begin = channel.position();
      while (all.hasRemaining()) {
        channel.write(all, begin + all.position());
      }
    }

    @Override
    public void trim() throws IOException {
      channel.truncate(channel.position());
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Not a channel: an interrupt closes a channel for everyone who reads from it. */
  private record FileInput(RandomAccessFile file) implements Input {
    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      file.seek(position);
      int total = 0;
      while (total < length) {
        int read = file.read(into, offset + total, length - total);
        if (read < 0) {
          break;
        }
        total += read;
      }
      return total;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
