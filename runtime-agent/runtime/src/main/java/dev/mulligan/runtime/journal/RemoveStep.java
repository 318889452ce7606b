package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes letters, but for those that somebody holds. The result is how many were removed.
 *
 * @param ids the letters
 */
record RemoveStep(List<String> ids) implements Step<Integer> {
  @Override
  public boolean needsLock() {
    return true;
  }

  @Override
  public Object subject() {
    return this;
  }

  @Override
  public Decision<Integer> decide(JournalCore core) {
    Instant now = Time.now();
    List<Line> lines = core.look(index -> lines(index, now));
    return new Decision<>(lines, lines.size());
  }

  private List<Line> lines(LetterIndex index, Instant now) {
    List<Line> lines = new ArrayList<>();
    for (String id : ids) {
      int row = index.find(id);
      if (row != Rows.NONE && !index.status(row).isLeased(now)) {
        Gone gone = new Gone(id, index.count(row), now.toEpochMilli());
        lines.add(new Line(gone, Records.write(gone)));
      }
    }
    return lines;
  }
}
