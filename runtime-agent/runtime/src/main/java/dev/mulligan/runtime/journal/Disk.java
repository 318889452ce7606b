package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the journal asks of a file system; one folder without sub-folders. A simulated disk in
 * its place lets a test lose power at any operation.
 */
interface Disk {
  /** Names the files, sorted. */
  List<String> list() throws IOException;

  long size(String name) throws IOException;

  /** Reads bytes at a position; fewer than asked for only at the end of the file. */
  ByteBuffer read(String name, long position, int length) throws IOException;

  /** Creates a file that must not exist, locks it against other processes, and opens it. */
  Output create(String name) throws IOException;

  /** Removes a file that never came to hold anything. */
  void delete(String name) throws IOException;

  /**
   * Claims a file whose writer is gone, for as long as the result is open.
   *
   * @return null if its writer lives, in this process or another
   */
  @Nullable Closeable claim(String name) throws IOException;

  /** Cuts off the end of a file and makes that durable. */
  void truncate(String name, long size) throws IOException;

  /** Makes the creation of files durable. */
  void forceFolder() throws IOException;

  /** A file that grows. */
  interface Output extends Closeable {
    void write(ByteBuffer bytes) throws IOException;

    /** Makes all that was written durable. */
    void force() throws IOException;
  }
}
