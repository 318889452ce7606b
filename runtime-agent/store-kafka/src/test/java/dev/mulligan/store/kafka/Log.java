package dev.mulligan.store.kafka;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A topic in memory, with a reader that has read everything from the beginning on. */
final class Log {
  private final List<Line> lines = new ArrayList<>();
  private final Index live = new Index();
  private long tickets;

  /** A record. */
  record Line(long offset, String key, @Nullable String value) {}

  Index live() {
    return live;
  }

  int size() {
    return lines.size();
  }

  Outcome append(String key, @Nullable String value) {
    lines.add(new Line(lines.size(), key, value));
    return live.apply(lines.size() - 1, key, value);
  }

  Outcome keep(Letter letter) {
    return append(fresh(letter.id()).toString(), LetterJson.write(letter));
  }

  Outcome change(String id, Change change) {
    return append(fresh(id).toString(), change.text());
  }

  Key fresh(String id) {
    return new Key(id, ++tickets);
  }

  String key(long offset) {
    return lines.get((int) offset).key();
  }

  /** Gives the records that are left when compaction has come to the end. */
  List<Line> left() {
    Map<String, Line> last = new LinkedHashMap<>();
    lines.forEach(line -> last.put(line.key(), line));
    return last.values().stream().filter(line -> line.value() != null).toList();
  }

  /**
   * Reads what is left of the first records.
   *
   * @param length how many records there are
   * @param compacted up to where compaction has come
   * @param erasures whether it has left the records that erase
   */
  Index read(int length, int compacted, boolean erasures) {
    Map<String, Long> last = new HashMap<>();
    lines.subList(0, compacted).forEach(line -> last.put(line.key(), line.offset()));
    Index reader = new Index();
    for (Line line : lines.subList(0, length)) {
      boolean left =
          line.offset() >= compacted
              || (last.get(line.key()) == line.offset() && (erasures || line.value() != null));
      if (left) {
        reader.apply(line.offset(), line.key(), line.value());
      }
    }
    return reader;
  }
}
