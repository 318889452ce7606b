package dev.mulligan.conformance;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The real journal, with a switch that makes it fail. */
public final class SwitchableStore implements DeadLetterStore {
  static volatile boolean failing;

  private final Journal journal;

  /** Opens the journal. */
  public SwitchableStore() throws IOException {
    journal = Journal.open(Path.of(System.getProperty("mulligan.dir"), "journal"));
  }

  @Override
  public void append(Letter letter, Duration limit) throws IOException {
    if (failing) {
      throw new IOException("No space left on device");
    }
    journal.append(letter, limit);
  }

  @Override
  public void change(String id, LetterState state, int replays) throws IOException {
    journal.change(id, state, replays);
  }

  @Override
  public List<Letter> list(LetterFilter filter) throws IOException {
    return journal.list(filter);
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    return journal.find(id);
  }
}
