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
  /** Creates the folder if it is missing, and returns whether it was. */
  boolean createFolder() throws IOException;

  /** Names the files, sorted. */
  List<String> list() throws IOException;

  /**
   * Tells without listing whether there may be other files, or other claims.
   *
   * @return something that equals what was returned before only if nothing of that has changed
   *     since; null if that is not sure
   */
  @Nullable Object state() throws IOException;

  /** Whether somebody has claimed a file; or had, when his process died. */
  boolean isClaimed(String name);

  long size(String name) throws IOException;

  /** Opens a file for reading, whatever others write to it. Interrupts do not harm it. */
  Input open(String name) throws IOException;

  /** Creates a file that must not exist, and opens it. */
  Output create(String name) throws IOException;

  /** Gives a file another name, under which there may be a file, whose place it takes. */
  void rename(String from, String to) throws IOException;

  /** Removes a file, if it is there. */
  void delete(String name) throws IOException;

  /**
   * Claims a file for its writer, or one whose writer is gone, for as long as the result is open.
   *
   * @return null if somebody else has claimed it, in this process or another
   */
  @Nullable Closeable claim(String name) throws IOException;

  /**
   * Locks the whole folder against others who want to change what is there, for as long as the
   * result is open. Appending and reading need no lock.
   *
   * @return null if somebody else holds it, in this process or another
   */
  @Nullable Closeable lock() throws IOException;

  /** Cuts off the end of a file and makes that durable. */
  void truncate(String name, long size) throws IOException;

  /** Makes durable which files there are, and under which names. */
  void forceFolder() throws IOException;

  /** A file that is read. */
  interface Input extends Closeable {
    /**
     * Reads bytes at a position.
     *
     * @return how many; fewer than asked for only at the end of the file
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;
  }

  /** A file that grows. */
  interface Output extends Closeable {
    void write(ByteBuffer bytes) throws IOException;

    /**
     * Puts blanks behind what was written, in the place of which the next is written: to force a
     * file that does not grow is faster, because its length need not be forced too.
     *
     * @param bytes how many
     */
    void reserve(int bytes) throws IOException;

    /** Takes back what was reserved and not used. It need not last if the power fails. */
    void trim() throws IOException;

    /** Makes all that was written durable. */
    void force() throws IOException;
  }
}
