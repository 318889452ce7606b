package dev.mulligan.runtime.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;

/**
 * Reads a segment from beginning to end. A damaged line costs only itself; what follows the last
 * line feed is the torn tail of a write that was never acknowledged.
 */
final class SegmentReader {
  private static final int CHUNK = 1 << 16;

  private final Disk disk;
  private final String name;
  private final String salt;
  private long end;
  private int damaged;

  SegmentReader(Disk disk, String name) {
    this.disk = disk;
    this.name = name;
    this.salt = saltOf(name);
  }

  /** Takes what a segment holds. */
  interface Visitor {
    void record(long position, int length, JsonNode record);
  }

  void read(Visitor visitor) throws IOException {
    long size = disk.size(name);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (long position = 0; position < size; ) {
      ByteBuffer chunk = disk.read(name, position, (int) Math.min(CHUNK, size - position));
      if (!chunk.hasRemaining()) {
        break;
      }
      position += chunk.remaining();
      while (chunk.hasRemaining()) {
        byte next = chunk.get();
        if (next == '\n') {
          visit(line.toByteArray(), visitor);
          end += line.size() + 1;
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
  }

  private void visit(byte[] line, Visitor visitor) {
    boolean header = end == 0;
    byte[] payload = Lines.decode(header ? "" : salt, line);
    if (payload == null) {
      damaged++;
      return;
    }
    try {
      JsonNode record = LetterJson.parse(payload);
      if (!header) {
        visitor.record(end, line.length, record);
      }
    } catch (RuntimeException unreadable) {
      damaged++;
    }
  }

  /** The salt is in the header for people, and in the name, which no damage of the file reaches. */
  private static String saltOf(String name) {
    return name.substring(name.lastIndexOf('-') + 1, name.length() - Journal.SUFFIX.length());
  }

  /** The checksum's salt. */
  String salt() {
    return salt;
  }

  /** Where the last whole line ends. */
  long end() {
    return end;
  }

  int damaged() {
    return damaged;
  }
}
