package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.log.Log;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Moves what follows the last whole line of a segment into a file of its own. */
final class TornTail {
  private static final int CHUNK = 1 << 18;

  private TornTail() {}

  /**
   * Cuts a tail off, if there is one.
   *
   * @param disk the disk
   * @param segment a segment whose writer is gone
   * @param end where its last whole line ends
   */
  static void cut(Disk disk, String segment, long end) throws IOException {
    long torn = disk.size(segment) - end;
    if (torn > 0) {
      Log.warn("The journal's segment " + segment + " ends in " + torn + " torn bytes");
      keep(disk, segment, end, torn);
      disk.truncate(segment, end);
    }
  }

  private static void keep(Disk disk, String segment, long from, long length) throws IOException {
    String copy = segment + "." + from + SegmentName.TORN;
    disk.delete(copy);
    try (Disk.Input in = disk.open(segment);
        Disk.Output out = disk.create(copy)) {
      byte[] bytes = new byte[(int) Math.min(CHUNK, length)];
      for (long done = 0; done < length; ) {
        int read = in.read(from + done, bytes, 0, (int) Math.min(bytes.length, length - done));
        if (read <= 0) {
          break;
        }
        out.write(ByteBuffer.wrap(bytes, 0, read));
        done += read;
      }
      out.force();
    }
    disk.forceFolder();
  }
}
