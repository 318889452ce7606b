package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.IOException;

/** Puts away what processes that died have left unfinished. Under the lock of the folder. */
final class Recovery {
  private final Disk disk;
  private final JournalCore core;

  Recovery(Disk disk, JournalCore core) {
    this.disk = disk;
    this.core = core;
  }

  void run() throws IOException {
    deleteUnneeded();
    if (!core.segments().isComplete()) {
      return;
    }
    for (String segment : core.segments().names()) {
      boolean isOurs = core.segments().isSound(segment);
      if (isOurs && disk.size(segment) > core.segments().end(segment)) {
        cutTornTail(segment);
      }
    }
  }

  /** Deletes files that are not finished, and segments whose records are in others. */
  void deleteUnneeded() throws IOException {
    boolean any = false;
    for (String file : disk.list()) {
      if (file.endsWith(SegmentName.UNFINISHED) || core.segments().replaced().contains(file)) {
        disk.delete(file);
        any = true;
      }
    }
    if (any) {
      disk.forceFolder();
    }
  }

  private void cutTornTail(String segment) throws IOException {
    try (Closeable claim = disk.claim(segment)) {
      if (claim == null) {
        // Its writer lives, and is writing just now.
        return;
      }
      core.refresh();
      core.readThrough(segment);
      if (core.segments().isComplete()) {
        TornTail.cut(disk, segment, core.segments().end(segment));
      }
    }
  }
}
