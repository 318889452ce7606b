package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.log.Log;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Puts away what processes that died have left unfinished. Under the lock of the folder. */
final class Recovery {
  private static final int CHUNK = 1 << 20;

  private final Disk disk;
  private final JournalCore core;

  Recovery(Disk disk, JournalCore core) {
    this.disk = disk;
    this.core = core;
  }

  void run() throws IOException {
    List<String> files = disk.list();
    Set<String> replaced =
        core.segments().replaced(files.stream().filter(SegmentName::isSegment).toList());
    for (String file : files) {
      if (file.endsWith(SegmentName.UNFINISHED) || replaced.contains(file)) {
        disk.delete(file);
      }
    }
    disk.forceFolder();
    for (String segment : core.segments().names()) {
      if (disk.size(segment) > core.segments().end(segment)) {
        cutTornTail(segment);
      }
    }
  }

  private void cutTornTail(String segment) throws IOException {
    try (Closeable claim = disk.claim(segment)) {
      if (claim == null) {
        // Its writer lives, and is writing just now.
        return;
      }
      core.refresh();
      long end = core.segments().end(segment);
      long torn = disk.size(segment) - end;
      if (torn > 0) {
        Log.warn("The journal's segment " + segment + " ends in " + torn + " torn bytes");
        quarantine(segment, end, torn);
        disk.truncate(segment, end);
      }
    }
  }

  private void quarantine(String segment, long from, long length) throws IOException {
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
