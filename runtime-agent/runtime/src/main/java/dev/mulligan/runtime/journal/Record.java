package dev.mulligan.runtime.journal;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line says; of a letter only what is needed without reading it again. */
sealed interface Record {
  /**
   * The first line of a segment.
   *
   * @param salt what goes into the checksums of the other lines
   * @param replaces segments whose records are in this one, as far as they are needed
   * @param cuts where other segments end, whatever follows in them
   */
  record Header(String salt, List<String> replaces, List<Cut> cuts) implements Record {}

  /**
   * The end of a segment that could not be forced: what follows was written again elsewhere.
   *
   * @param segment the file
   * @param at where it ends
   */
  record Cut(String segment, long at) {}

  /**
   * A letter.
   *
   * @param id its identity
   * @param call what was called
   * @param queue its queue
   * @param reason why it was kept
   * @param type the type of failure
   * @param key the key, or null
   * @param identity what makes two failures the same, or empty
   * @param lastFailure in milliseconds since 1970
   * @param retainUntil in milliseconds since 1970
   * @param status what had become of it already
   */
  record Head(
      String id,
      Call call,
      String queue,
      LetterReason reason,
      FailureType type,
      @Nullable String key,
      String identity,
      long lastFailure,
      long retainUntil,
      LetterStatus status)
      implements Record {
    private Head counted(int count) {
      return new Head(
          id,
          call,
          queue,
          reason,
          type,
          key,
          identity,
          lastFailure,
          retainUntil,
          LetterStatus.FRESH.counted(count - 1));
    }
  }

  /**
   * A method.
   *
   * @param id the call's identity
   * @param receiver the class that declares it
   * @param method its name
   */
  record Call(String id, String receiver, String method) {}

  /**
   * A further failure of the same call.
   *
   * @param into the letter that waits
   * @param times how many failures it stands for
   * @param head what the last of them was
   */
  record Again(String into, int times, Head head) implements Record {
    /** The letter that it is when there is no other. */
    Head alone() {
      return head.counted(times);
    }
  }

  /**
   * What became of a letter.
   *
   * @param id the letter
   * @param number grows with each change of the letter
   * @param covered how many failures the letter stood for then
   * @param status the status
   */
  record Change(String id, int number, int covered, LetterStatus status) implements Record {}

  /**
   * A letter that is no more.
   *
   * @param id the letter
   * @param count how many failures it stood for; 0 if it lives on elsewhere, and is not counted
   *     here
   * @param at when, in milliseconds since 1970
   */
  record Gone(String id, int count, long at) implements Record {}

  /**
   * Sums of what other segments held that are no more.
   *
   * @param joined failures that were taken into letters that are gone
   * @param removed letters that are gone
   */
  record Totals(long joined, long removed) implements Record {}
}
