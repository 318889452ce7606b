package dev.mulligan.runtime.secret;

import dev.mulligan.runtime.secret.SecretNames.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values that stand behind a secret name within a text: {@code password=…}, {@code "token":
 * "…"}, {@code Authorization: …}.
 */
final class NamedValues {
  /** From the beginning of a word, so that the time is linear whatever the text. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![A-Za-z0-9_.\\-])([A-Za-z0-9_.\\-]{2,}+)(\\\\?[\"']?\\s{0,3}+[=:]\\s{0,3}+)");

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.]{0,30}+|true|false|null");
  private static final String ENDS = ",;&\"'<>()[]{}";
  private static final int LONG_ENOUGH = 16;

  private NamedValues() {}

  static List<Hidden> in(String text) {
    List<Hidden> found = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      Kind kind = SecretNames.kind(matcher.group(1));
      from = matcher.end();
      if (kind != Kind.HARMLESS) {
        Hidden value = value(text, matcher);
        if (isSecret(text.substring(value.begin(), value.end()), kind, matcher)) {
          found.add(value);
          from = value.end();
        }
      }
    }
    return found;
  }

  private static Hidden value(String text, Matcher matcher) {
    int begin = matcher.end();
    boolean escaped = begin < text.length() && text.charAt(begin) == '\\';
    int quote = escaped ? begin + 1 : begin;
    if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
      return quoted(text, quote + 1, text.charAt(quote), escaped);
    }
    boolean toEndOfLine = isHeader(matcher.group(1)) && matcher.group(2).contains(":");
    int end = begin;
    while (end < text.length() && !ends(text.charAt(end), toEndOfLine)) {
      end++;
    }
    return new Hidden(begin, end);
  }

  private static Hidden quoted(String text, int begin, char quote, boolean escaped) {
    int end = begin;
    while (end < text.length() && text.charAt(end) != quote) {
      end += !escaped && text.charAt(end) == '\\' ? 2 : 1;
    }
    int stop = Math.min(end, text.length());
    boolean dropsSlash = escaped && stop > begin && text.charAt(stop - 1) == '\\';
    return new Hidden(begin, dropsSlash ? stop - 1 : stop);
  }

  /** The value of a header may have several words. */
  private static boolean isHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("authorization") || lower.endsWith("cookie");
  }

  private static boolean ends(char c, boolean toEndOfLine) {
    return toEndOfLine ? c == '\n' || c == '\r' : Character.isWhitespace(c) || ENDS.indexOf(c) >= 0;
  }

  /** In prose, what stands behind a colon is a secret only if it looks like one. */
  private static boolean isSecret(String value, Kind kind, Matcher matcher) {
    if (value.isEmpty() || value.startsWith(SecretTexts.MARK)) {
      return false;
    }
    boolean isNumber = NUMBER.matcher(value).matches();
    if (!kind.hides(isNumber, true)) {
      return false;
    }
    boolean prose = matcher.group(2).equals(": ");
    return !prose
        || kind == Kind.SECRET
        || isHeader(matcher.group(1))
        || value.length() >= LONG_ENOUGH
        || value.chars().anyMatch(Character::isDigit);
  }
}
