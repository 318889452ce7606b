package dev.mulligan.testkit;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the letters of one test. Thread-safe. */
final class MemoryStore implements DeadLetterStore {
  private final Map<String, Letter> letters = new LinkedHashMap<>();

  @Override
  public synchronized void append(Letter letter, Duration limit) {
    letters.put(letter.id(), letter);
  }

  @Override
  public synchronized void change(String id, LetterState state, int replays) throws IOException {
    Letter letter = letters.get(id);
    if (letter == null) {
      throw new IOException("there is no letter " + id);
    }
    letters.put(id, letter.with(state, replays));
  }

  @Override
  public synchronized List<Letter> list(LetterFilter filter) {
    return letters.values().stream().filter(filter::matches).toList();
  }

  @Override
  public synchronized Optional<Letter> find(String id) {
    return Optional.ofNullable(letters.get(id));
  }
}
