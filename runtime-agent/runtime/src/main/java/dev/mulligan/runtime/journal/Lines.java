package dev.mulligan.runtime.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The lines of a segment: {@code <crc32c in hex> <json>\n}. The salt of the segment and the place
 * of the line go into every checksum, so that bytes left over from another file, or from elsewhere
 * in this one, never pass. Not thread-safe.
 */
final class Lines {
  /** The checksum and a space. */
  static final int PREFIX = 9;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** The salt, then the place. */
  private final ByteBuffer where;

  private final CRC32C crc = new CRC32C();

  Lines(String salt) {
    byte[] bytes = salt.getBytes(StandardCharsets.US_ASCII);
    this.where = ByteBuffer.allocate(bytes.length + Long.BYTES).put(bytes);
  }

  /** Makes the line that begins at a position of the file. */
  byte[] encode(long position, String json) {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    return encode(position, payload, 0, payload.length);
  }

  byte[] encode(long position, byte[] payload, int offset, int length) {
    byte[] line = new byte[PREFIX + length + 1];
    int sum = checksum(position, payload, offset, length);
    for (int i = 0; i < PREFIX - 1; i++) {
      line[i] = digit(sum, i);
    }
    line[PREFIX - 1] = ' ';
    System.arraycopy(payload, offset, line, PREFIX, length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Tells whether a line, without its line feed, is as it was written, and where. */
  boolean isWhole(long position, byte[] bytes, int offset, int length) {
    if (length < PREFIX || bytes[offset + PREFIX - 1] != ' ') {
      return false;
    }
    int sum = checksum(position, bytes, offset + PREFIX, length - PREFIX);
    for (int i = 0; i < PREFIX - 1; i++) {
      if (bytes[offset + i] != digit(sum, i)) {
        return false;
      }
    }
    return true;
  }

  private static byte digit(int sum, int place) {
    return DIGITS[sum >>> (28 - 4 * place) & 15];
  }

  private int checksum(long position, byte[] bytes, int offset, int length) {
    where.putLong(where.capacity() - Long.BYTES, position);
    crc.reset();
    crc.update(where.array());
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
