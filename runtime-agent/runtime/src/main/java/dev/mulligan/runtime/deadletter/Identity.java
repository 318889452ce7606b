package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterArgument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes two lost calls the same. */
final class Identity {
  private static final int BYTES = 16;

  private Identity() {}

  /**
   * Gives the identity of a call with a key: the same for the same method, key and arguments, as
   * they are written. Other arguments make a letter of their own, since nothing may be lost.
   *
   * @param key the key, or null if the method has none
   * @return 32 hexadecimal digits; empty without a key, or if an argument was not kept as it is
   */
  static String of(String callId, @Nullable String key, List<LetterArgument> arguments) {
    boolean known = arguments.stream().allMatch(argument -> argument.json() != null);
    if (key == null || !known) {
      return "";
    }
    List<String> parts = new ArrayList<>(List.of(key));
    arguments.forEach(argument -> parts.add(String.valueOf(argument.json())));
    return of(callId, parts);
  }

  /** Gives the same for the same method and the same texts in the same order. */
  static String of(String callId, List<String> parts) {
    MessageDigest digest = sha256();
    add(digest, callId);
    parts.forEach(part -> add(digest, part));
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** With its length first, so that no two lists of texts are the same bytes. */
  private static void add(MessageDigest digest, String text) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length()).array());
    digest.update(text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }
}
