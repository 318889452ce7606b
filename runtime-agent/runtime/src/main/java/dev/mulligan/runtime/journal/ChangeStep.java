package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Change;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes what became of a letter, if it may be changed. The result is the new status, or empty.
 *
 * @param id the letter
 * @param coversAll whether all failures so far are meant; what fails while somebody replays the
 *     letter is not covered by the replay
 * @param transition gives the new status, or null
 */
record ChangeStep(String id, boolean coversAll, Transition transition)
    implements Step<Optional<LetterStatus>> {
  /** What a change makes of a status. */
  interface Transition {
    @Nullable LetterStatus next(LetterStatus status, Instant now);
  }

  @Override
  public boolean needsLock() {
    return true;
  }

  @Override
  public Object subject() {
    return id;
  }

  @Override
  public Decision<Optional<LetterStatus>> decide(JournalCore core) throws IOException {
    if (coversAll) {
      // Who holds a letter already has called it, and may say so whatever else is not known.
      core.segments().requireComplete();
    }
    Instant now = Time.now();
    Change change = core.look(index -> change(index, now));
    return change == null
        ? Decision.nothing(Optional.empty())
        : new Decision<>(
            List.of(new Line(change, Records.write(change, now))), Optional.of(change.status()));
  }

  private @Nullable Change change(LetterIndex index, Instant now) {
    int row = index.find(id);
    if (row == Rows.NONE) {
      return null;
    }
    LetterStatus status = index.status(row);
    LetterStatus next = transition.next(status, now);
    if (next == null) {
      return null;
    }
    int covered = coversAll ? index.count(row) : index.covered(row);
    return new Change(id, index.number(row) + 1, covered, next);
  }
}
