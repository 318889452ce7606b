package dev.mulligan.conformance;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes letters and forgets them: thousands of calls fail, and no disk need see it. */
final class SafetyStore implements DeadLetterStore {
  @Override
  public void append(Letter letter, Duration limit) {}

  @Override
  public void change(String id, LetterState state, int replays) {}

  @Override
  public List<Letter> list(LetterFilter filter) {
    return List.of();
  }

  @Override
  public Optional<Letter> find(String id) {
    return Optional.empty();
  }
}
