package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.log.Log;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Moves what follows the last whole line of a segment into a file of its own. */
final class TornTail {
  private static final int CHUNK = 1 << 18;

  private TornTail() {}

  /**
   * Cuts a tail off, if there is one; what was only reserved is no loss.
   *
   * @param disk the disk
   * @param segment a segment whose writer is gone
   * @param end where its last whole line ends
   */
  static void cut(Disk disk, String segment, long end) throws IOException {
    long size = disk.size(segment);
    if (size <= end) {
      return;
    }
    try (Disk.Input in = disk.open(segment)) {
      long torn = written(in, end, size) - end;
      if (torn > 0) {
        Log.warn("The journal's segment " + segment + " ends in " + torn + " torn bytes");
        keep(disk, segment, in, end, torn);
      }
    }
    disk.truncate(segment, end);
  }

  /** Returns where the blanks begin that a part of a file ends in. */
  private static long written(Disk.Input in, long from, long to) throws IOException {
    long[] last = {from};
    read(
        in,
        from,
        to - from,
        (position, bytes, length) -> {
          for (int i = 0; i < length; i++) {
            if (bytes[i] != ' ') {
              last[0] = position + i + 1;
            }
          }
        });
    return last[0];
  }

  private static void keep(Disk disk, String segment, Disk.Input in, long from, long length)
      throws IOException {
    String copy = segment + "." + from + SegmentName.TORN;
    disk.delete(copy);
    try (Disk.Output out = disk.create(copy)) {
      read(in, from, length, (at, bytes, count) -> out.write(ByteBuffer.wrap(bytes, 0, count)));
      out.force();
    }
    disk.forceFolder();
  }

  private interface Chunk {
    void take(long position, byte[] bytes, int length) throws IOException;
  }

  private static void read(Disk.Input in, long from, long length, Chunk chunk) throws IOException {
    byte[] bytes = new byte[(int) Math.min(CHUNK, length)];
    for (long done = 0; done < length; ) {
      int read = in.read(from + done, bytes, 0, (int) Math.min(bytes.length, length - done));
      if (read <= 0) {
        break;
      }
      chunk.take(from + done, bytes, read);
      done += read;
    }
  }
}
