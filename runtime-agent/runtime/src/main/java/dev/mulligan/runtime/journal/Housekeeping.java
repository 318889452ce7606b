package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Removes letters whose retention is over, and gives back the space of what is not needed any more:
 * a little each time, because the thread that writes does nothing else meanwhile. Under the lock of
 * the folder.
 */
final class Housekeeping {
  /** Letters wait while segments are compacted; what is left has its turn after them. */
  private static final int MOST_AT_ONCE = 2;

  private static final int MOST_MERGED = 64;

  /** So many small segments are worth being made one; a segment is small below such a share. */
  private static final int MANY_SMALL = 16;

  private static final int SMALL_SHARE = 16;
  private static final int MOST_GONE_AT_ONCE = 10_000;

  private final Disk disk;
  private final JournalLimits limits;
  private final Supplier<String> salts;
  private final JournalCore core;
  private boolean more;

  Housekeeping(Disk disk, JournalLimits limits, Supplier<String> salts, JournalCore core) {
    this.disk = disk;
    this.limits = limits;
    this.salts = salts;
    this.core = core;
  }

  private interface Stage {
    void run() throws IOException;
  }

  /** Returns whether there is more to do. */
  boolean run() {
    // Each by itself: on a full disk nothing can be written, but something may be deleted.
    attempt(() -> new Recovery(disk, core).deleteUnneeded());
    attempt(this::limitArchives);
    attempt(this::expire);
    attempt(this::compact);
    attempt(this::makeRoom);
    return more;
  }

  private static void attempt(Stage stage) {
    try {
      stage.run();
    } catch (IOException | RuntimeException e) {
      Log.warn("A part of the journal cannot be tidied up", e);
    }
  }

  private void expire() throws IOException {
    Instant now = Time.now();
    remove(core.look(index -> Overdue.expired(index, now, MOST_GONE_AT_ONCE)));
  }

  /** By what is needed: what is not is compacted, and no reason to remove anything. */
  private void makeRoom() throws IOException {
    List<String> names = core.segments().names();
    long needed = core.look(index -> names.stream().mapToLong(index.segments::needed).sum());
    long excess = needed - limits.totalBytes();
    if (excess > 0) {
      Instant now = Time.now();
      List<Integer> oldest =
          core.look(index -> Overdue.oldest(index, excess, now, MOST_GONE_AT_ONCE));
      Log.warn(
          "The letters of the journal need more than "
              + limits.totalBytes()
              + " bytes; the oldest "
              + oldest.size()
              + " go to the archive");
      remove(oldest);
    }
  }

  private void remove(List<Integer> rows) throws IOException {
    long at = core.removalTime();
    more |= rows.size() >= MOST_GONE_AT_ONCE;
    if (!rows.isEmpty()) {
      core.writeLines(
          core.look(
              index ->
                  rows.stream()
                      .map(row -> core.gone(index, row, at))
                      .map(gone -> new Step.Line(gone, Records.write(gone)))
                      .toList()));
    }
  }

  /**
   * A segment that may be compacted.
   *
   * @param name the segment
   * @param size how large it is
   * @param needed how many of its bytes are needed
   */
  private record Candidate(String name, long size, long needed) {
    boolean isWasteful() {
      return needed > 0 && needed * 2 < size;
    }

    long waste() {
      return size - needed;
    }
  }

  private void compact() throws IOException {
    if (!core.segments().isComplete()) {
      return;
    }
    List<Candidate> candidates = candidates();
    // Nothing in them but what others still have to know: together they are one small segment.
    List<Candidate> unneeded = candidates.stream().filter(one -> one.needed() == 0).toList();
    boolean shrinks =
        unneeded.size() > 1
            || unneeded.stream().anyMatch(one -> !core.segments().isCompacted(one.name()));
    if (shrinks) {
      merge(unneeded, 1);
    }
    List<Candidate> wasteful =
        candidates.stream()
            .filter(Candidate::isWasteful)
            .sorted(Comparator.comparingLong(Candidate::waste).reversed())
            .toList();
    more |= wasteful.size() > MOST_AT_ONCE;
    for (Candidate one : wasteful.subList(0, Math.min(MOST_AT_ONCE, wasteful.size()))) {
      compact(List.of(one.name()));
    }
    merge(
        candidates.stream()
            .filter(one -> one.needed() > 0 && !one.isWasteful())
            .filter(one -> one.size() < limits.segmentBytes() / SMALL_SHARE)
            .toList(),
        MANY_SMALL);
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (String name : core.segments().names()) {
      if (!name.equals(core.ownSegment()) && core.segments().isSound(name)) {
        long needed = core.look(index -> index.segments.needed(name));
        candidates.add(new Candidate(name, core.segments().end(name), needed));
      }
    }
    return candidates;
  }

  private void merge(List<Candidate> candidates, int atLeast) throws IOException {
    List<String> names = new ArrayList<>();
    long total = 0;
    for (Candidate candidate : candidates) {
      total += candidate.size();
      if (names.size() < MOST_MERGED && (names.isEmpty() || total <= limits.segmentBytes())) {
        names.add(candidate.name());
      }
    }
    if (names.size() >= atLeast) {
      compact(names);
    }
  }

  /** Leaves segments alone that another process is still writing. */
  private void compact(List<String> sources) throws IOException {
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
      // Whoever wrote them may have died since they were read.
      core.refresh();
      claimed.forEach(core::readThrough);
      SegmentSet segments = core.segments();
      if (claimed.isEmpty() || !segments.isComplete() || !segments.names().containsAll(claimed)) {
        return;
      }
      for (String source : claimed) {
        TornTail.cut(disk, source, segments.end(source));
      }
      core.compact(claimed, salts.get());
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
