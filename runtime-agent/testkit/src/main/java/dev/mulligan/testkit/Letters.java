package dev.mulligan.testkit;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The dead letters of a test, which are kept in memory and gone with it; {@link
 * Mulligan#deadLetters()} gives the same ones. Thread-safe.
 */
public final class Letters {
  private final MemoryStore store;
  private final Timeline timeline;
  private final LetterFilter filter;

  Letters(MemoryStore store, Timeline timeline) {
    this(store, timeline, LetterFilter.all());
  }

  private Letters(MemoryStore store, Timeline timeline, LetterFilter filter) {
    this.store = store;
    this.timeline = timeline;
    this.filter = filter;
  }

  /**
   * Narrows the choice.
   *
   * @param name the queue
   * @return the letters of that queue alone, those still to come included
   */
  public Letters queue(String name) {
    return new Letters(store, timeline, filter.queue(name));
  }

  /**
   * Narrows the choice to letters that are neither replayed nor discarded.
   *
   * @return the letters that wait, those still to come included
   */
  public Letters waiting() {
    return new Letters(store, timeline, filter.state(LetterState.STORED));
  }

  /**
   * Lists the letters.
   *
   * @return the letters so far, oldest first
   */
  public List<Letter> list() {
    try {
      return store.list(filter, null, Integer.MAX_VALUE);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /**
   * Checks the number of letters.
   *
   * @param expected how many there are
   * @return this
   * @throws AssertionError if there are more or less; it lists them
   */
  public Letters hasSize(int expected) {
    List<Letter> found = list();
    if (found.size() != expected) {
      throw new AssertionError(
          "expected "
              + expected
              + " dead letters, but found "
              + found.size()
              + found.stream().map(Letters::line).collect(Collectors.joining())
              + "\n"
              + timeline.text());
    }
    return this;
  }

  /**
   * Checks that nothing was lost.
   *
   * @return this
   * @throws AssertionError if there is a letter
   */
  public Letters isEmpty() {
    return hasSize(0);
  }

  /**
   * Gives the only letter.
   *
   * @return the letter, with assertions
   * @throws AssertionError if there is none, or more than one
   */
  public KeptLetter single() {
    return new KeptLetter(hasSize(1).list().get(0), timeline);
  }

  /**
   * Calls the waiting letters' calls again, through the same policies, faults included.
   *
   * @return what came of each, oldest first
   */
  public List<ReplayResult> replayAll() {
    return waiting().list().stream()
        .map(letter -> Mulligan.deadLetters().replay(letter.id()))
        .toList();
  }

  /**
   * Calls the waiting letters' calls again, and checks that all of them return.
   *
   * @return this
   * @throws AssertionError if one fails again or cannot be called; its exception is the cause
   */
  public Letters replayAllWell() {
    for (ReplayResult result : replayAll()) {
      if (result.outcome() != ReplayResult.Outcome.REPLAYED) {
        String letter =
            Mulligan.deadLetters().find(result.letterId()).map(Letters::line).orElse("");
        throw new AssertionError(
            "a dead letter is " + result.outcome() + letter + "\n" + timeline.text(),
            Objects.requireNonNull(result.failure()));
      }
    }
    return this;
  }

  static String line(Letter letter) {
    String arguments =
        letter.arguments().stream()
            .map(a -> a.name() + " = " + (a.json() == null ? "(" + a.note() + ")" : a.json()))
            .collect(Collectors.joining(", "));
    return "\n  "
        + letter.callId()
        + " in "
        + letter.queue()
        + ", "
        + letter.state()
        + ": "
        + arguments;
  }
}
