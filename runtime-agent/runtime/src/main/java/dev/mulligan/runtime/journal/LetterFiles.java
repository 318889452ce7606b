package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.Letter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads letters; keeps the files of one list open. Not thread-safe. */
final class LetterFiles implements Closeable {
  private final Disk disk;
  private final Map<String, Disk.Input> open = new HashMap<>();

  LetterFiles(Disk disk) {
    this.disk = disk;
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
    byte[] line = new byte[at.length()];
    int read = input(at.segment()).read(at.offset(), line, 0, line.length);
    boolean whole =
        read == line.length
            && new Lines(SegmentName.salt(at.segment())).isWhole(line, 0, line.length);
    if (!whole) {
      throw new IOException("damaged record in " + at.segment() + " at " + at.offset());
    }
    String json =
        new String(line, Lines.PREFIX, line.length - Lines.PREFIX, StandardCharsets.UTF_8);
    try {
      return Records.readLetter(json);
    } catch (IllegalArgumentException e) {
      throw new IOException("unreadable record in " + at.segment() + " at " + at.offset(), e);
    }
  }

  private Disk.Input input(String segment) throws IOException {
    Disk.Input known = open.get(segment);
    if (known == null) {
      known = disk.open(segment);
      open.put(segment, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    for (Disk.Input input : open.values()) {
      input.close();
    }
  }
}
