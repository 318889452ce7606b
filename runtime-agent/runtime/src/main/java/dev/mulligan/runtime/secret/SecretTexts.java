package dev.mulligan.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets in a text by what they look like: PEM blocks, JSON web tokens, {@code Bearer} and
 * {@code Basic} credentials, user and password in URLs, keys of well-known services, numbers of
 * payment cards, and values behind a secret name. The time is linear in the text. Thread-safe.
 */
public final class SecretTexts {
  /** What stands in place of a secret. */
  public static final String MARK = "[redacted]";

  /** No secret of any kind is shorter. */
  private static final int SHORTEST = 6;

  private static final Pattern PEM =
      Pattern.compile(
          "(?s)-----BEGIN [A-Z0-9 ]{1,60}+-----.*?(?:-----END [A-Z0-9 ]{1,60}+-----|\\z)");

  /** Looked for once in each word, so that a long one is not read again from every place in it. */
  private static final Pattern JWT =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?>[A-Za-z0-9_-]*?(?=eyJ))"
              + "(eyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+){0,3}+)");

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^\\s/?#\"'<>]{1,400}(?=@)");

  /** With a password that should have been encoded: what is behind the colon is no port. */
  private static final Pattern RAW_USER_INFO =
      Pattern.compile(
          "(?<=://)[^\\s/?#@:\\[\"'<>]{0,200}+:(?![0-9]{0,5}+[/?#,])[^\\s\"'<>]{1,200}(?=@)");

  private static final Pattern ORACLE =
      Pattern.compile("(?<=:thin:)[^\\s/@]{1,200}+/[^\\s@]{1,200}+(?=@)");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(bearer|basic)\\s{1,3}+([A-Za-z0-9._~+/=-]{6,}+)");
  private static final Pattern VENDOR =
      Pattern.compile(
          "(?:AKIA|ASIA)[A-Z0-9]{16}+"
              + "|gh[pousr]_[A-Za-z0-9]{30,255}+|github_pat_[A-Za-z0-9_]{30,255}+"
              + "|glpat-[A-Za-z0-9_-]{20,64}+|xox[abeprs]-[A-Za-z0-9-]{10,255}+"
              + "|[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}+|sk-[A-Za-z0-9_-]{20,255}+"
              + "|AIza[A-Za-z0-9_-]{35}+|SG\\.[A-Za-z0-9_-]{16,64}+\\.[A-Za-z0-9_-]{16,64}+");

  private static final int LONG_TOKEN = 20;

  private SecretTexts() {}

  /**
   * Takes the secrets out of a text.
   *
   * @param text any text
   * @param found told each secret
   * @return the text with {@link #MARK} in place of each; the same instance if there is none
   */
  public static String hide(String text, Consumer<String> found) {
    if (text.length() < SHORTEST) {
      return text;
    }
    String shown = text;
    if (shown.contains("-----BEGIN ")) {
      shown = hide(shown, matches(PEM, shown, any -> true), found);
    }
    if (shown.contains("eyJ")) {
      shown = hide(shown, tokens(shown), found);
    }
    if (shown.indexOf('@') >= 0) {
      shown = hide(shown, matches(RAW_USER_INFO, shown, any -> true), found);
      shown = hide(shown, matches(USER_INFO, shown, SecretTexts::isPassword), found);
      shown = hide(shown, matches(ORACLE, shown, any -> true), found);
    }
    shown = hide(shown, NamedValues.in(shown), found);
    shown = hide(shown, schemes(shown), found);
    shown = hide(shown, matches(VENDOR, shown, any -> true), found);
    return hide(shown, CardNumbers.in(shown), found);
  }

  /**
   * Tells whether a text holds a secret.
   *
   * @param text any text
   * @return true if {@link #hide} would change it
   */
  public static boolean isSecret(String text) {
    List<String> found = new ArrayList<>();
    String unused = hide(text, found::add);
    return !found.isEmpty();
  }

  /**
   * Finds the bare password within a secret text, as in {@code user:password} and {@code Basic …}.
   *
   * @param secret what {@link #hide} has found, or a secret by its name
   * @return the password or token alone, if there is more around it
   */
  public static Optional<String> passwordIn(String secret) {
    Matcher matcher = SCHEME.matcher(secret);
    if (matcher.find()) {
      String credentials = matcher.group(2);
      return Optional.of(
          isUserAndPassword(credentials) ? afterColon(decoded(credentials)) : credentials);
    }
    return Optional.of(secret).map(SecretTexts::afterColon).filter(part -> !part.equals(secret));
  }

  private static String afterColon(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  /** A user alone, as in {@code ssh://git@host}, is none; a token in its place is. */
  private static boolean isPassword(String userInfo) {
    return userInfo.indexOf(':') >= 0 || userInfo.length() >= LONG_TOKEN;
  }

  private static List<Hidden> tokens(String text) {
    List<Hidden> found = new ArrayList<>();
    Matcher matcher = JWT.matcher(text);
    while (matcher.find()) {
      found.add(new Hidden(matcher.start(1), matcher.end(1)));
    }
    return found;
  }

  private static List<Hidden> matches(Pattern pattern, String text, Predicate<String> wanted) {
    List<Hidden> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (wanted.test(matcher.group())) {
        found.add(new Hidden(matcher.start(), matcher.end()));
      }
    }
    return found;
  }

  private static List<Hidden> schemes(String text) {
    List<Hidden> found = new ArrayList<>();
    Matcher matcher = SCHEME.matcher(text);
    while (matcher.find()) {
      boolean basic = matcher.group(1).equalsIgnoreCase("basic");
      String credentials = matcher.group(2);
      if (basic ? isUserAndPassword(credentials) : isToken(credentials)) {
        found.add(new Hidden(matcher.start(2), matcher.end(2)));
      }
    }
    return found;
  }

  /** Not the next word of a sentence. */
  private static boolean isToken(String text) {
    return text.length() >= LONG_TOKEN || text.chars().anyMatch(Character::isDigit);
  }

  private static boolean isUserAndPassword(String text) {
    try {
      return decoded(text).indexOf(':') >= 0;
    } catch (IllegalArgumentException prose) {
      return false;
    }
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static String hide(String text, List<Hidden> pieces, Consumer<String> found) {
    if (pieces.isEmpty()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    int from = 0;
    for (Hidden piece : pieces) {
      found.accept(text.substring(piece.begin(), piece.end()));
      shown.append(text, from, piece.begin()).append(MARK);
      from = piece.end();
    }
    return shown.append(text, from, text.length()).toString();
  }
}
