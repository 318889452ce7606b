package dev.mulligan.runtime.journal;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.journal.Record.Call;
import dev.mulligan.runtime.journal.Record.Head;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.time.IsoTime;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the beginning of a letter's line as it is usually written: in the one order, without
 * escaped characters. A million of them are read when a journal is opened, for which a parser takes
 * several times as long. What is unusual is left to the parser. Not thread-safe.
 */
final class HeadScanner {
  private static final byte[] ID = bytes("{\"op\":\"letter\",\"id\":\"");
  private static final byte[] CALL = bytes("\",\"call\":\"");
  private static final byte[] QUEUE = bytes("\",\"queue\":\"");
  private static final byte[] REASON = bytes("\",\"reason\":\"");
  private static final byte[] TYPE = bytes("\",\"type\":\"");
  private static final byte[] RECEIVER = bytes("\",\"receiver\":\"");
  private static final byte[] METHOD = bytes("\",\"method\":\"");
  private static final byte[] KEY = bytes("\",\"key\":\"");
  private static final byte[] NO_KEY = bytes("\",\"key\":null,\"identity\":\"");
  private static final byte[] IDENTITY = bytes("\",\"identity\":\"");
  private static final byte[] LAST_FAILURE = bytes("\",\"lastFailure\":\"");
  private static final byte[] RETAIN_UNTIL = bytes("\",\"retainUntil\":\"");
  private static final byte[] ARGUMENTS = bytes("\",\"arguments\":");

  private final Map<String, Call> calls;
  private final Map<String, FailureType> types = new HashMap<>();
  private final Map<String, LetterReason> reasons = new HashMap<>();
  private byte[] line = {};
  private int at;
  private int end;

  /**
   * Creates a scanner.
   *
   * @param calls the calls that are known
   */
  HeadScanner(Map<String, Call> calls) {
    this.calls = calls;
    for (FailureType type : FailureType.values()) {
      types.put(type.name(), type);
    }
    for (LetterReason reason : LetterReason.values()) {
      reasons.put(reason.name(), reason);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns null if the line is no letter, or not as it is usually written. */
  @Nullable Head scan(byte[] bytes, int offset, int length) {
    line = bytes;
    at = offset;
    end = offset + length;
    String id = text(ID);
    String call = text(CALL);
    String queue = text(QUEUE);
    String reason = text(REASON);
    String type = text(TYPE);
    String receiver = text(RECEIVER);
    String method = text(METHOD);
    boolean hasKey = !startsWith(NO_KEY);
    String key = hasKey ? text(KEY) : null;
    String identity = text(hasKey ? IDENTITY : NO_KEY);
    String lastFailure = text(LAST_FAILURE);
    String retainUntil = text(RETAIN_UNTIL);
    if (at < 0
        || !startsWith(ARGUMENTS)
        || id == null
        || call == null
        || queue == null
        || receiver == null
        || method == null
        || identity == null
        || lastFailure == null
        || retainUntil == null) {
      return null;
    }
    LetterReason knownReason = reasons.get(reason);
    FailureType knownType = types.get(type);
    return knownReason == null || knownType == null
        ? null
        : new Head(
            id,
            call(call, receiver, method),
            queue,
            knownReason,
            knownType,
            key,
            identity,
            IsoTime.millis(lastFailure),
            IsoTime.millis(retainUntil),
            LetterStatus.FRESH);
  }

  private Call call(String id, String receiver, String method) {
    Call known = calls.get(id);
    if (known != null && known.receiver().equals(receiver) && known.method().equals(method)) {
      return known;
    }
    Call call = new Call(id, receiver, method);
    calls.put(id, call);
    return call;
  }

  /** Passes over the bytes before a text, and reads it; null from the first surprise on. */
  private @Nullable String text(byte[] before) {
    if (!startsWith(before)) {
      at = -1;
      return null;
    }
    int from = at + before.length;
    for (int i = from; i < end; i++) {
      if (line[i] == '"') {
        at = i;
        return new String(line, from, i - from, StandardCharsets.UTF_8);
      }
      if (line[i] == '\\') {
        break;
      }
    }
    at = -1;
    return null;
  }

  private boolean startsWith(byte[] expected) {
    int to = at + expected.length;
    return at >= 0 && to <= end && Arrays.equals(expected, 0, expected.length, line, at, to);
  }
}
