package dev.mulligan.conformance;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes letters and forgets them: thousands of calls fail, and no disk need see it. */
class SafetyStore implements DeadLetterStore {
  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    return letter;
  }

  @Override
  public Optional<Letter> find(String id) {
    return Optional.empty();
  }

  @Override
  public List<Letter> list(LetterFilter filter, String after, int limit) {
    return List.of();
  }

  @Override
  public LetterStats stats() {
    return new LetterStats.Counting().stats(0, 0);
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) {
    return Optional.empty();
  }

  @Override
  public boolean renew(String id, long token, Duration lease) {
    return false;
  }

  @Override
  public boolean settle(String id, long token, Settlement how) {
    return false;
  }

  @Override
  public boolean discard(String id) {
    return false;
  }

  @Override
  public long purge(LetterFilter filter) {
    return 0;
  }

  @Override
  public void close() {}
}
