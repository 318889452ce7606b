package dev.mulligan.runtime.admin.socket;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder with the admin sockets of all processes that share it.
 *
 * <p>A socket is bound inside a folder that only its owner may enter, closed to others there, and
 * then moved to its place: at no moment can anybody else connect. The private folder is also what
 * claims a number: two copies of the runtime in one process get sockets of their own.
 */
public final class SocketFolder {
  /** The shortest limit of the operating systems that have such sockets is 104 bytes. */
  private static final int LONGEST_ADDRESS = 100;

  private static final int MOST_NUMBERS = 1000;
  private static final Pattern SOCKET = Pattern.compile("admin-(\\d{1,18})-\\d{1,9}\\.sock");
  private static final Pattern CLAIM = Pattern.compile("\\.admin-(\\d{1,18})-\\d{1,9}");
  private static final String BOUND = "s";

  private final Path folder;

  /**
   * Names the folder.
   *
   * @param folder need not exist
   */
  public SocketFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Listens; the socket is removed when the process ends. */
  Bound bind() throws IOException {
    Files.createDirectories(folder, onlyForOwner("rwx------"));
    live();
    long pid = ProcessHandle.current().pid();
    for (int number = 0; number < MOST_NUMBERS; number++) {
      Path claim = folder.resolve(".admin-" + pid + "-" + number);
      Path place = folder.resolve("admin-" + pid + "-" + number + ".sock");
      if (claims(claim)) {
        try {
          if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return bind(claim.resolve(BOUND), place);
          }
        } finally {
          Files.deleteIfExists(claim.resolve(BOUND));
          Files.deleteIfExists(claim);
        }
      }
    }
    throw new IOException("all numbers of process " + pid + " are taken in " + folder);
  }

  private boolean claims(Path claim) throws IOException {
    try {
      Files.createDirectory(claim, onlyForOwner("rwx------"));
      return true;
    } catch (FileAlreadyExistsException another) {
      return false;
    }
  }

  private Bound bind(Path hidden, Path place) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      shortly(hidden, path -> server.bind(UnixDomainSocketAddress.of(path)));
      if (isPosix()) {
        Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(hidden, place, StandardCopyOption.ATOMIC_MOVE);
      removeAtExit(place.toFile());
      return new Bound(server, place);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** By the JDK's own list of names: a hook would keep this class and its loader for ever. */
  private static void removeAtExit(File place) {
    try {
      place.deleteOnExit();
    } catch (IllegalStateException exiting) {
      // Then the next process removes it.
    }
  }

  /**
   * Lists the sockets that somebody listens to, and removes those of processes that are gone.
   *
   * @return their paths, sorted
   * @throws IOException if the folder cannot be read
   */
  public List<Path> live() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
    List<Path> live = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      Matcher claim = CLAIM.matcher(name);
      if (SOCKET.matcher(name).matches() && isLive(file)) {
        live.add(file);
      } else if (claim.matches() && !isRunning(Long.parseLong(claim.group(1)))) {
        removeQuietly(file.resolve(BOUND));
        removeQuietly(file);
      }
    }
    return List.copyOf(live);
  }

  /** A process number may have another owner by now; whether somebody listens is certain. */
  private static boolean isLive(Path socket) {
    try (SocketChannel probe = connect(socket)) {
      return true;
    } catch (ConnectException refused) {
      removeQuietly(socket);
      return false;
    } catch (IOException | RuntimeException anothers) {
      return false;
    }
  }

  private static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void removeQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException anothers) {
      // Its owner will.
    }
  }

  /**
   * Tells whose socket it is.
   *
   * @param socket one of {@link #live()}
   * @return the process number
   */
  public static long pid(Path socket) {
    Matcher name = SOCKET.matcher(String.valueOf(socket.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  /**
   * Connects.
   *
   * @param socket the path, of any length
   * @return the connection
   * @throws IOException if nobody listens, or the caller may not
   */
  public static SocketChannel connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      // A listener whose queue is full must not hold up who looks for others.
      channel.configureBlocking(false);
      shortly(socket, path -> channel.connect(UnixDomainSocketAddress.of(path)));
      if (!channel.isConnected()) {
        throw new IOException("the process does not accept connections now");
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Uses a path as the address of a socket; one that is too long is reached by a private link. */
  private static void shortly(Path path, Use use) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS) {
      use.with(path);
      return;
    }
    Path aside = Files.createTempDirectory("mulligan");
    Path link = aside.resolve("l");
    try {
      Files.createSymbolicLink(link, path.toAbsolutePath().getParent());
      use.with(link.resolve(path.getFileName()));
    } finally {
      Files.deleteIfExists(link);
      Files.deleteIfExists(aside);
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] onlyForOwner(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @FunctionalInterface
  private interface Use {
    void with(Path shortPath) throws IOException;
  }

  /**
   * A socket in its place.
   *
   * @param server accepts
   * @param place the socket
   */
  record Bound(ServerSocketChannel server, Path place) {}
}
