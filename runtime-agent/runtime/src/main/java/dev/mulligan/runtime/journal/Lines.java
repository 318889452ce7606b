package dev.mulligan.runtime.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a segment: {@code <crc32c in hex> <json>\n}. The salt of the segment goes into every
 * checksum, so that bytes left over from another file never pass.
 */
final class Lines {
  private static final int PREFIX = 9;

  private Lines() {}

  static byte[] encode(String salt, String json) {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[PREFIX + payload.length + 1];
    byte[] crc = checksum(salt, payload).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(crc, 0, line, 0, crc.length);
    line[PREFIX - 1] = ' ';
    System.arraycopy(payload, 0, line, PREFIX, payload.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Returns the payload of a line without its line feed, or null if the line is damaged. */
  static byte @Nullable [] decode(String salt, byte[] line) {
    if (line.length < PREFIX || line[PREFIX - 1] != ' ') {
      return null;
    }
    byte[] payload = Arrays.copyOfRange(line, PREFIX, line.length);
    String crc = new String(line, 0, PREFIX - 1, StandardCharsets.US_ASCII);
    return crc.equals(checksum(salt, payload)) ? payload : null;
  }

  private static String checksum(String salt, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(salt.getBytes(StandardCharsets.US_ASCII));
    crc.update(payload);
    return String.format("%08x", crc.getValue());
  }
}
