package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Again;
import dev.mulligan.runtime.journal.Record.Call;
import dev.mulligan.runtime.journal.Record.Head;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a letter, in one that waits already if its call is the same. The result is the id under
 * which it is kept; empty if it was kept as it is.
 *
 * @param letter the letter
 * @param json the same as text
 */
record AppendStep(Letter letter, String json) implements Step<Optional<String>> {
  @Override
  public boolean needsLock() {
    // Another process may have a letter that waits, or be writing one.
    return !letter.identity().isEmpty();
  }

  @Override
  public boolean canDoWithoutLock() {
    return true;
  }

  @Override
  public Object subject() {
    return letter.identity().isEmpty() ? letter.id() : letter.identity();
  }

  @Override
  public Decision<Optional<String>> decide(JournalCore core) {
    boolean known = core.look(index -> index.find(letter.id()) != Rows.NONE);
    if (known) {
      return Decision.nothing(Optional.of(letter.id()));
    }
    // Without the lock, another process may be about to remove the letter that waits.
    Found target = core.isLocked() ? core.look(this::target) : null;
    if (target != null && isSame(core, target)) {
      int times = letter.status().count();
      return new Decision<>(
          List.of(
              new Line(
                  new Again(target.id(), times, head()),
                  Records.writeAgain(target.id(), times, json))),
          Optional.of(target.id()));
    }
    return new Decision<>(List.of(new Line(head(), json)), Optional.empty());
  }

  private @Nullable Found target(LetterIndex index) {
    int row = index.target(letter.identity(), Time.now());
    return row == Rows.NONE ? null : Found.of(index, row);
  }

  /** The index knows only a part of the identity. */
  private boolean isSame(JournalCore core, Found target) {
    try (LetterFiles files = new LetterFiles(core.disk())) {
      return files.read(target).identity().equals(letter.identity());
    } catch (IOException damaged) {
      // It keeps nobody from being kept.
      return false;
    }
  }

  private Head head() {
    return new Head(
        letter.id(),
        new Call(letter.callId(), letter.receiver(), letter.method()),
        letter.queue(),
        letter.reason(),
        letter.type(),
        letter.key(),
        letter.identity(),
        letter.lastFailure().toEpochMilli(),
        letter.retainUntil().toEpochMilli(),
        letter.status());
  }
}
