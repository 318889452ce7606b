package dev.mulligan.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A secret that was planted.
 *
 * @param text the secret
 * @param isKnownToLog whether lines of the log promise not to show it: it is an argument as a
 *     whole, or looks like a secret
 */
record Planted(String text, boolean isKnownToLog) {
  /** Eight of 62 characters are found nowhere by chance. */
  private static final int PIECE = 8;

  /** How the secrets of {@link Vault} begin or end that can be told by their looks. */
  private static final String LOOKS = "eyJ|AKIA|ghp_|BEGIN PRIVATE KEY|END PRIVATE KEY";

  private static final int CARD = 16;

  /** All that must not be found: pieces of the secret, in whatever spelling. */
  Set<String> traces() {
    Set<String> traces = new LinkedHashSet<>();
    pieces().flatMap(Planted::spellings).forEach(traces::add);
    return traces;
  }

  /** Also half a secret is one. None has a character that JSON, a URL or a log would escape. */
  private Stream<String> pieces() {
    String digits = text.replace(" ", "");
    if (digits.length() == CARD && digits.chars().allMatch(Character::isDigit)) {
      // Of a few digits there are many in times and numbers.
      return Stream.of(digits, text);
    }
    return Arrays.stream(text.replaceAll(LOOKS, " ").split("[^A-Za-z0-9]+"))
        .filter(part -> part.length() >= PIECE)
        .flatMap(
            part -> Stream.of(part.substring(0, PIECE), part.substring(part.length() - PIECE)));
  }

  private static Stream<String> spellings(String piece) {
    byte[] bytes = piece.getBytes(UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    String reversed = new StringBuilder(piece).reverse().toString();
    Stream<String> plain =
        Stream.of(piece, reversed, hex, hex.toUpperCase(Locale.ROOT), Arrays.toString(bytes));
    return Stream.concat(plain, Stream.of(0, 1, 2).map(before -> base64(piece, before)));
  }

  /** As it stands in a longer text, so many characters behind a multiple of three. */
  private static String base64(String piece, int before) {
    byte[] padded = ("x".repeat(before) + piece).getBytes(UTF_8);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
    // Characters that also hold bits of what is before and behind.
    int from = before == 0 ? 0 : before + 1;
    return encoded.substring(from, padded.length * 8 / 6);
  }

  String line() {
    return isKnownToLog + " " + HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  static Planted of(String line) {
    List<String> parts = List.of(line.split(" "));
    return new Planted(
        new String(HexFormat.of().parseHex(parts.get(1)), UTF_8),
        Boolean.parseBoolean(parts.get(0)));
  }
}
