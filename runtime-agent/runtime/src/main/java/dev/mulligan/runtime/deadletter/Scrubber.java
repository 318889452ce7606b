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

  /** Of a longer secret the beginning is looked for, and all that follows it is left out. */
  private static final int LONGEST_SECRET = 1_000;

  /** Shorter values would match everywhere. */
  private static final int SHORTEST = 3;

  private final List<String> secrets;
  private final boolean hidesAll;

  Scrubber(List<String> secrets) {
    this(secrets, false);
  }

  private Scrubber(List<String> secrets, boolean hidesAll) {
    // Longest first: a part that is a secret too must not break the whole into pieces.
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Scrubber::spellings)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.hidesAll = hidesAll;
  }

  static Scrubber of(Secrets one, Secrets other) {
    List<String> all = new ArrayList<>(one.texts());
    all.addAll(other.texts());
    return new Scrubber(all, one.areTooMany() || other.areTooMany());
  }

  private static Stream<String> spellings(String secret) {
    if (secret.length() > LONGEST_SECRET) {
      return Stream.of(secret);
    }
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
    String scrubbed = text;
    for (String secret : secrets) {
      scrubbed =
          secret.length() <= LONGEST_SECRET ? replace(scrubbed, secret) : cut(scrubbed, secret);
    }
    return SecretTexts.hide(scrubbed, found -> {});
  }

  private static String replace(String text, String secret) {
    return text.contains(secret) ? text.replace(secret, Redaction.MARK) : text;
  }

  private static String cut(String text, String secret) {
    int begin = text.indexOf(secret.substring(0, LONGEST_SECRET / 10));
    return begin < 0 ? text : text.substring(0, begin) + Redaction.MARK;
  }
}
