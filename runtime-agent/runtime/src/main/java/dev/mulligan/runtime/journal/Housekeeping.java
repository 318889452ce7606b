package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Removes letters whose retention is over, and gives back the space of what is not needed any more.
 * Under the lock of the folder.
 */
final class Housekeeping {
  /** The writing thread does nothing else meanwhile, and callers wait two seconds for it. */
  private static final int MOST_AT_ONCE = 4;

  private static final int MOST_MERGED = 64;
  private static final int MANY_SMALL = 16;
  private static final int SMALL_SHARE = 16;
  private static final int MOST_GONE_AT_ONCE = 10_000;

  private final Disk disk;
  private final JournalLimits limits;
  private final Supplier<String> salts;
  private final JournalCore core;

  Housekeeping(Disk disk, JournalLimits limits, Supplier<String> salts, JournalCore core) {
    this.disk = disk;
    this.limits = limits;
    this.salts = salts;
    this.core = core;
  }

  void run() throws IOException {
    expire();
    makeRoom();
    compact();
    limitArchives();
  }

  private void expire() throws IOException {
    Instant now = Time.now();
    List<Integer> expired =
        core.look(
            index -> {
              List<Integer> rows = new ArrayList<>();
              for (int row = 0; row < index.rows.end(); row++) {
                if (index.isExpired(row, now)) {
                  rows.add(row);
                }
              }
              return rows;
            });
    remove(expired, now);
  }

  private void makeRoom() throws IOException {
    long total = 0;
    for (String segment : core.segments().names()) {
      total += disk.size(segment);
    }
    long excess = total - limits.totalBytes();
    if (excess > 0) {
      Instant now = Time.now();
      List<Integer> oldest = core.look(index -> index.oldest(excess, now));
      Log.warn(
          "The journal is larger than "
              + limits.totalBytes()
              + " bytes; its oldest "
              + oldest.size()
              + " letters go to the archive");
      remove(oldest, now);
    }
  }

  private void remove(List<Integer> rows, Instant now) throws IOException {
    for (int from = 0; from < rows.size(); from += MOST_GONE_AT_ONCE) {
      List<Integer> some = rows.subList(from, Math.min(rows.size(), from + MOST_GONE_AT_ONCE));
      core.writeLines(
          core.look(
              index ->
                  some.stream()
                      .map(row -> new Gone(index.id(row), index.count(row), now.toEpochMilli()))
                      .map(gone -> new Step.Line(gone, Records.write(gone)))
                      .toList()));
    }
  }

  private void compact() throws IOException {
    List<String> small = new ArrayList<>();
    int done = 0;
    for (String segment : core.segments().names()) {
      long size = disk.size(segment);
      boolean wasteful = core.look(index -> index.segments.needed(segment)) * 2 < size;
      if (core.isOwn(segment)) {
        continue;
      }
      if (wasteful && done < MOST_AT_ONCE) {
        done += compact(List.of(segment)) ? 1 : 0;
      } else if (size < limits.segmentBytes() / SMALL_SHARE && small.size() < MOST_MERGED) {
        small.add(segment);
      }
    }
    if (small.size() >= MANY_SMALL) {
      compact(small);
    }
  }

  /** Leaves segments alone that another process is still writing. */
  private boolean compact(List<String> sources) throws IOException {
    List<Closeable> claims = new ArrayList<>();
    List<String> claimed = new ArrayList<>();
    try {
      for (String source : sources) {
        Closeable claim = disk.claim(source);
        if (claim != null) {
          claims.add(claim);
          claimed.add(source);
        }
      }
      if (claimed.isEmpty()) {
        return false;
      }
      // Whoever wrote them may have died since they were read.
      core.refresh();
      if (!core.segments().names().containsAll(claimed)) {
        return false;
      }
      core.compact(claimed, salts.get());
      return true;
    } finally {
      for (Closeable claim : claims) {
        claim.close();
      }
    }
  }

  private void limitArchives() throws IOException {
    List<String> archives =
        disk.list().stream().filter(name -> name.endsWith(SegmentName.ARCHIVE)).toList();
    long total = 0;
    for (int i = archives.size() - 1; i >= 0; i--) {
      total += disk.size(archives.get(i));
      if (total > limits.archiveBytes()) {
        Log.warn("The journal's archive " + archives.get(i) + " is deleted to make room");
        disk.delete(archives.get(i));
      }
    }
  }
}
