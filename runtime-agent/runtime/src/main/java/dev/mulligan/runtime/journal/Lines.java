package dev.mulligan.runtime.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The lines of a segment: {@code <crc32c in hex> <json>\n}. The salt of the segment goes into every
 * checksum, so that bytes left over from another file never pass. Not thread-safe.
 */
final class Lines {
  /** The checksum and a space. */
  static final int PREFIX = 9;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] salt;
  private final CRC32C crc = new CRC32C();

  Lines(String salt) {
    this.salt = salt.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] encode(String json) {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    return encode(payload, 0, payload.length);
  }

  byte[] encode(byte[] payload, int offset, int length) {
    byte[] line = new byte[PREFIX + length + 1];
    int sum = checksum(payload, offset, length);
    for (int i = 0; i < PREFIX - 1; i++) {
      line[i] = digit(sum, i);
    }
    line[PREFIX - 1] = ' ';
    System.arraycopy(payload, offset, line, PREFIX, length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Tells whether a line, without its line feed, is as it was written. */
  boolean isWhole(byte[] bytes, int offset, int length) {
    if (length < PREFIX || bytes[offset + PREFIX - 1] != ' ') {
      return false;
    }
    int sum = checksum(bytes, offset + PREFIX, length - PREFIX);
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

  private int checksum(byte[] bytes, int offset, int length) {
    crc.reset();
    crc.update(salt);
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
