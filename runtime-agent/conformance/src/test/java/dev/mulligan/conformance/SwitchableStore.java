package dev.mulligan.conformance;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The real journal, with a switch that makes it take no more letters. */
public final class SwitchableStore implements DeadLetterStore {
  static volatile boolean failing;

  private final Journal journal;

  /** Opens the journal. */
  public SwitchableStore() throws IOException {
    journal = Journal.open(Path.of(System.getProperty("mulligan.dir"), "journal"));
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    if (failing) {
      throw new IOException("No space left on device");
    }
    return journal.append(letter, limit);
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    return journal.find(id);
  }

  @Override
  public List<Letter> list(LetterFilter filter, String after, int limit) throws IOException {
    return journal.list(filter, after, limit);
  }

  @Override
  public LetterStats stats() throws IOException {
    return journal.stats();
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    return journal.claim(id, owner, lease);
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    return journal.renew(id, token, lease);
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    return journal.settle(id, token, how);
  }

  @Override
  public boolean discard(String id) throws IOException {
    return journal.discard(id);
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    return journal.purge(filter);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
