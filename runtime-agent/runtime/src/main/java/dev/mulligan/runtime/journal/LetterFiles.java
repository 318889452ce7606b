package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.Letter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads letters; keeps the files of one list open, and reads ahead, because letters that follow
 * each other are mostly beside each other. Not thread-safe.
 */
final class LetterFiles implements Closeable {
  private static final int WINDOW = 1 << 16;
  private static final int MOST_OPEN = 16;

  private final Disk disk;
  private final Map<String, Window> open = new LinkedHashMap<>();

  LetterFiles(Disk disk) {
    this.disk = disk;
  }

  /** A part of a file. */
  private static final class Window {
    private final Disk.Input input;
    private final Lines lines;
    private byte[] bytes = {};
    private long begin;
    private int length;

    Window(Disk.Input input, Lines lines) {
      this.input = input;
      this.lines = lines;
    }

    /** Returns where in the bytes a line begins, or -1 if the file ends before the line does. */
    int locate(Position at) throws IOException {
      long from = at.offset() - begin;
      if (from < 0 || from + at.length() > length) {
        begin = at.offset();
        if (bytes.length < WINDOW) {
          // The first letter may be the only one.
          bytes = new byte[bytes.length == 0 ? at.length() : Math.max(WINDOW, at.length())];
        } else if (bytes.length < at.length()) {
          bytes = new byte[at.length()];
        }
        length = input.read(begin, bytes, 0, bytes.length);
        from = 0;
      }
      return from + at.length() <= length ? (int) from : -1;
    }
  }

  /**
   * Reads a letter.
   *
   * @throws IOException if it is damaged, or its file has been replaced meanwhile
   */
  Letter read(Found found) throws IOException {
    Letter letter = read(found.position());
    if (found.again() != null) {
      letter = letter.joined(read(found.again()));
    }
    return letter.with(found.status());
  }

  private Letter read(Position at) throws IOException {
    Window window = window(at.segment());
    int from = window.locate(at);
    if (from < 0 || !window.lines.isWhole(at.offset(), window.bytes, from, at.length())) {
      throw new IOException("damaged record in " + at.segment() + " at " + at.offset());
    }
    String json =
        new String(
            window.bytes, from + Lines.PREFIX, at.length() - Lines.PREFIX, StandardCharsets.UTF_8);
    try {
      return Records.readLetter(json);
    } catch (IllegalArgumentException e) {
      throw new IOException("unreadable record in " + at.segment() + " at " + at.offset(), e);
    }
  }

  /** Tells whether it is worth while to read a letter for a text that is looked for. */
  boolean mayMention(Found found, TextScan scan) throws IOException {
    Position again = found.again();
    return mayMention(found.position(), scan) || (again != null && mayMention(again, scan));
  }

  private boolean mayMention(Position at, TextScan scan) throws IOException {
    Window window = window(at.segment());
    int from = window.locate(at);
    return from < 0 || scan.mayBeIn(window.bytes, from, from + at.length());
  }

  private Window window(String segment) throws IOException {
    @Nullable Window known = open.get(segment);
    if (known == null) {
      if (open.size() >= MOST_OPEN) {
        Iterator<Window> eldest = open.values().iterator();
        Window closing = eldest.next();
        eldest.remove();
        closing.input.close();
      }
      known = new Window(disk.open(segment), new Lines(SegmentName.salt(segment)));
      open.put(segment, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    for (Window window : open.values()) {
      window.input.close();
    }
  }
}
