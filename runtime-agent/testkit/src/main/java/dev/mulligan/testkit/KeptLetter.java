package dev.mulligan.testkit;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.policy.Nearest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One dead letter as it was kept. Immutable.
 *
 * <p>Methods that begin with {@code has} or {@code is} throw an {@link AssertionError} that shows
 * the letter if it is not so, and return this object if it is.
 */
public final class KeptLetter {
  private final Letter letter;
  private final Timeline timeline;

  KeptLetter(Letter letter, Timeline timeline) {
    this.letter = letter;
    this.timeline = timeline;
  }

  /**
   * Gives the letter itself.
   *
   * @return the letter
   */
  public Letter letter() {
    return letter;
  }

  /**
   * Checks an argument.
   *
   * @param name the parameter's name; without {@code -parameters} it is {@code arg0} and so on
   * @param expected what the argument is equal to, once both are JSON
   * @return this
   */
  public KeptLetter hasArgument(String name, @Nullable Object expected) {
    // Both are read from text: a tree made of objects tells a long from an int.
    JsonMapper mapper = JsonMapper.shared();
    JsonNode wanted = mapper.readTree(mapper.writeValueAsString(expected));
    String json = argument(name).json();
    boolean same = json != null && mapper.readTree(json).equals(wanted);
    return check(same, "argument " + name + " = " + wanted, String.valueOf(json));
  }

  /**
   * Checks that an argument was not kept, because it is redacted or cannot be written.
   *
   * @param name the parameter's name
   * @return this
   */
  public KeptLetter hasNoValueOf(String name) {
    String json = argument(name).json();
    return check(json == null, "no value of " + name, String.valueOf(json));
  }

  private LetterArgument argument(String name) {
    List<String> names = letter.arguments().stream().map(LetterArgument::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      String known =
          names.isEmpty() ? "no arguments" : names + "; did you mean " + Nearest.to(name, names);
      check(false, "an argument " + name, known);
    }
    return letter.arguments().get(index);
  }

  /**
   * Checks the queue.
   *
   * @param expected its name
   * @return this
   */
  public KeptLetter hasQueue(String expected) {
    return check("queue", expected, letter.queue());
  }

  /**
   * Checks why it was kept.
   *
   * @param expected the reason
   * @return this
   */
  public KeptLetter hasReason(LetterReason expected) {
    return check("reason", expected, letter.reason());
  }

  /**
   * Checks the type of the last failure.
   *
   * @param expected the type
   * @return this
   */
  public KeptLetter hasType(FailureType expected) {
    return check("type", expected, letter.type());
  }

  /**
   * Checks the key.
   *
   * @param expected the value of the {@code @Key} parameter, or null
   * @return this
   */
  public KeptLetter hasKey(@Nullable String expected) {
    return check("key", expected, letter.key());
  }

  /**
   * Checks how many attempts it tells of.
   *
   * @param expected how many; a letter tells of the last twenty
   * @return this
   */
  public KeptLetter hasAttempts(int expected) {
    return check("attempts", expected, letter.attempts().size());
  }

  /**
   * Checks how many calls the letter stands for.
   *
   * @param expected how often the same call with the same key and arguments has failed for good; 1
   *     for a letter of one call
   * @return this
   */
  public KeptLetter hasCount(int expected) {
    return check("count", expected, letter.status().count());
  }

  /**
   * Checks how many replays have failed.
   *
   * @param expected how many; 0 for a letter that was never replayed
   * @return this
   */
  public KeptLetter hasReplays(int expected) {
    return check("replays", expected, letter.status().replays());
  }

  /**
   * Checks what became of it.
   *
   * @param expected the state
   * @return this
   */
  public KeptLetter hasState(LetterState expected) {
    return check("state", expected, letter.state());
  }

  /**
   * Checks an entry of the logging context (MDC) of the calling thread.
   *
   * @param name the entry's name
   * @param expected its value, or null if there is no such entry
   * @return this
   */
  public KeptLetter hasContext(String name, @Nullable String expected) {
    return check("context " + name + " =", expected, letter.origin().context().get(name));
  }

  /**
   * Checks the trace that the call belonged to.
   *
   * @param expected its identity, or null if the logging context named none
   * @return this
   */
  public KeptLetter hasTrace(@Nullable String expected) {
    return check("trace", expected, letter.origin().trace());
  }

  /**
   * Checks the last exception.
   *
   * @param expected a part of its text: classes and messages of the exception and its causes
   * @return this
   */
  public KeptLetter hasFailure(String expected) {
    return check(
        letter.failure().contains(expected), "failure with '" + expected + "'", letter.failure());
  }

  /**
   * Checks that all arguments are there.
   *
   * @return this
   */
  public KeptLetter isReplayable() {
    return check(letter.replayable(), "all arguments", "not all");
  }

  /**
   * Calls the call again, through the same policies, faults included.
   *
   * @return what came of it
   */
  public ReplayResult replay() {
    return Mulligan.deadLetters().replay(letter.id());
  }

  private KeptLetter check(String what, @Nullable Object expected, @Nullable Object actual) {
    return check(Objects.equals(expected, actual), what + " " + expected, String.valueOf(actual));
  }

  private KeptLetter check(boolean holds, String expected, String actual) {
    if (!holds) {
      throw new AssertionError(
          "dead letter: expected "
              + expected
              + ", but found "
              + actual
              + Letters.line(letter)
              + "\n"
              + timeline.text());
    }
    return this;
  }
}
