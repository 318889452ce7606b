package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes letters, but for those that somebody holds. The result is how many were removed.
 *
 * @param letters the letters, as they were when they were chosen
 */
record RemoveStep(List<Seen> letters) implements Step<Integer> {
  /**
   * A letter that was looked at.
   *
   * @param id the letter
   * @param count how many failures it stood for; one that has failed since then stays
   */
  record Seen(String id, int count) {}

  @Override
  public boolean isAlone() {
    return true;
  }

  @Override
  public boolean needsLock() {
    return true;
  }

  @Override
  public Object subject() {
    return this;
  }

  @Override
  public Decision<Integer> decide(JournalCore core) throws IOException {
    core.segments().requireComplete();
    Instant now = Time.now();
    long at = core.removalTime(now);
    List<Line> lines = core.look(index -> lines(core, index, now, at));
    return new Decision<>(lines, lines.size());
  }

  private List<Line> lines(JournalCore core, LetterIndex index, Instant now, long at) {
    List<Line> lines = new ArrayList<>();
    for (Seen seen : letters) {
      int row = index.find(seen.id());
      boolean isSame = row != Rows.NONE && index.status(row).count() == seen.count();
      if (isSame && !index.status(row).isLeased(now)) {
        Gone gone = core.gone(index, row, at);
        lines.add(new Line(gone, Records.write(gone)));
      }
    }
    return lines;
  }
}
