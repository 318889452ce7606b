package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.log.Text;
import dev.mulligan.runtime.secret.SecretTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts: those that were found in the arguments, also as they stand in a URL
 * or in JSON, and whatever looks like one. Only then is a text shortened: the other way round, half
 * a secret could stay. Immutable.
 */
final class Scrubber {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_ATTEMPT = 500;

  /** More of a message is not looked at. */
  private static final int MOST_SEARCHED = 64 * 1024;

  /**
   * Of a longer secret the beginning is looked for, and that of each line; all that follows it is
   * left out.
   */
  private static final int LONGEST_SECRET = 1_000;

  private static final int BEGINNING = 100;
  private static final int SHORTEST_LINE = 10;
  private static final int MOST_LINES = 1_000;

  /** Shorter values would match everywhere. */
  private static final int SHORTEST = 3;

  private final List<String> secrets;
  private final List<String> beginnings;
  private final boolean hidesAll;

  Scrubber(List<String> secrets) {
    this(secrets, false);
  }

  private Scrubber(List<String> secrets, boolean hidesAll) {
    // Longest first: a part that is a secret too must not break the whole into pieces.
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST && !isLong(secret))
            .flatMap(Scrubber::spellings)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.beginnings =
        secrets.stream().filter(Scrubber::isLong).flatMap(Scrubber::beginnings).distinct().toList();
    this.hidesAll = hidesAll;
  }

  static Scrubber of(Secrets one, Secrets other) {
    List<String> all = new ArrayList<>(one.texts());
    all.addAll(other.texts());
    return new Scrubber(all, one.areTooMany() || other.areTooMany());
  }

  private static boolean isLong(String secret) {
    return secret.length() > LONGEST_SECRET;
  }

  private static Stream<String> beginnings(String secret) {
    Stream<String> lines =
        secret
            .lines()
            .map(String::strip)
            .filter(line -> line.length() >= SHORTEST_LINE)
            .limit(MOST_LINES)
            .map(Scrubber::beginning);
    return Stream.concat(spellings(beginning(secret)), lines);
  }

  /** Not with half a character at its end, which is spelled in another way. */
  private static String beginning(String text) {
    int end = Math.min(BEGINNING, text.length());
    boolean halves = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, halves ? end - 1 : end);
  }

  private static Stream<String> spellings(String secret) {
    String quoted = Json.text(secret).toString();
    return Stream.of(
        secret,
        quoted.substring(1, quoted.length() - 1),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  String scrub(String text) {
    return scrub(text, LONGEST);
  }

  String scrub(String text, int length) {
    if (hidesAll) {
      return Redaction.MARK;
    }
    boolean cut = text.length() > MOST_SEARCHED;
    String scrubbed = hide(cut ? text.substring(0, MOST_SEARCHED) : text);
    // What the cut has left of a secret at its end is not recognised as one.
    int safe = cut ? Math.max(0, scrubbed.length() - LONGEST_SECRET) : scrubbed.length();
    return Texts.limit(scrubbed.substring(0, safe), length);
  }

  LetterAttempt scrub(LostAttempt attempt) {
    String text = scrub(Texts.summary(attempt.failure().thrown()), LONGEST_ATTEMPT);
    return new LetterAttempt(
        attempt.number(),
        attempt.at(),
        attempt.waited(),
        attempt.failure().type(),
        Text.oneLine(text));
  }

  private String hide(String text) {
    String scrubbed = cut(text);
    for (String secret : secrets) {
      scrubbed = replace(scrubbed, secret);
    }
    return SecretTexts.hide(scrubbed, found -> {});
  }

  private static String replace(String text, String secret) {
    return text.contains(secret) ? text.replace(secret, Redaction.MARK) : text;
  }

  private String cut(String text) {
    String shown = text;
    for (String beginning : beginnings) {
      int begin = shown.indexOf(beginning);
      shown = begin < 0 ? shown : shown.substring(0, begin);
    }
    return shown.length() == text.length() ? text : shown + Redaction.MARK;
  }
}
