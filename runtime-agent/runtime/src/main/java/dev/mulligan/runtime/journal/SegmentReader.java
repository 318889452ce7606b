package dev.mulligan.runtime.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a segment from beginning to end. A damaged line costs only itself; what follows the last
 * line feed is the torn tail of a write that was never acknowledged.
 */
final class SegmentReader {
  private static final int CHUNK = 1 << 16;

  private final Disk disk;
  private final String name;
  private @Nullable String salt;
  private long end;
  private int damaged;

  SegmentReader(Disk disk, String name) {
    this.disk = disk;
    this.name = name;
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
    byte[] payload = Lines.decode(salt == null ? "" : salt, line);
    if (payload == null) {
      damaged++;
      return;
    }
    try {
      JsonNode record = LetterJson.parse(payload);
      if (salt == null) {
        salt = LetterJson.text(record, "salt");
      } else {
        visitor.record(end, line.length, record);
      }
    } catch (RuntimeException unreadable) {
      damaged++;
    }
  }

  /** The checksum's salt, once the header was read. */
  String salt() {
    return salt == null ? "" : salt;
  }

  /** Where the last whole line ends. */
  long end() {
    return end;
  }

  int damaged() {
    return damaged;
  }
}
