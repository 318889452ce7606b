package dev.mulligan.runtime.journal;

import java.io.IOException;
import java.util.List;

/**
 * What somebody wants of the journal. Carried out by the journal's thread alone.
 *
 * @param <T> what comes of it
 */
interface Step<T> {
  /** Whether it depends on what other processes may be writing just now. */
  boolean needsLock();

  /** Whether it is better done without the lock than not at all. */
  default boolean canDoWithoutLock() {
    return false;
  }

  /**
   * What it is about. Of two steps about the same, the second is decided when the first is durable.
   */
  Object subject();

  /** Whether nothing else may be decided together with it. */
  default boolean isAlone() {
    return false;
  }

  /** Looks at what is there, and decides what is to be written. */
  Decision<T> decide(JournalCore core) throws IOException;

  /**
   * What a step writes.
   *
   * @param lines taken into the index once they are durable
   * @param result given to the caller then
   * @param <T> the result
   */
  record Decision<T>(List<Line> lines, T result) {
    static <T> Decision<T> nothing(T result) {
      return new Decision<>(List.of(), result);
    }
  }

  /**
   * A line to be written.
   *
   * @param record what it says
   * @param json the same as text
   */
  record Line(Record record, String json) {}
}
