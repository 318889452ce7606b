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
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";
  private static final int LONGEST_LIST = 4_096;
  private static final String OPTIONAL = "Optional";

  /** What begins behind a comma if that is not a part of the value. */
  private static final Pattern NEXT =
      Pattern.compile("[\\s\"')\\]}>]|\\z|[A-Za-z][A-Za-z0-9_.\\-]{0,60}+[=:]");

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
        Hidden value = value(text, matcher, kind);
        if (isSecret(text.substring(value.begin(), value.end()), kind, matcher)) {
          found.add(value);
          from = value.end();
        }
      }
    }
    return found;
  }

  private static Hidden value(String text, Matcher matcher, Kind kind) {
    int begin = matcher.end();
    boolean escaped = begin < text.length() && text.charAt(begin) == '\\';
    int quote = escaped ? begin + 1 : begin;
    if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
      return quoted(text, quote + 1, text.charAt(quote), escaped);
    }
    if (isHeader(matcher.group(1)) && matcher.group(2).contains(":")) {
      return new Hidden(begin, endOfLine(text, begin));
    }
    int bracket = begin + (text.startsWith(OPTIONAL + "[", begin) ? OPTIONAL.length() : 0);
    boolean isBracket = bracket < text.length() && OPENING.indexOf(text.charAt(bracket)) >= 0;
    return isBracket && kind.hides(false, false) && !text.startsWith(SecretTexts.MARK, bracket)
        ? inBrackets(text, begin, bracket, kind)
        : new Hidden(begin, end(text, begin, kind));
  }

  /** As lists, optional values and maps are printed; or {@code {noop}…}, which is one value. */
  private static Hidden inBrackets(String text, int begin, int bracket, Kind kind) {
    int partner = partner(text, bracket);
    int end = partner < text.length() ? end(text, partner + 1, kind) : partner;
    return end > partner + 1 ? new Hidden(begin, end) : new Hidden(bracket + 1, partner);
  }

  /** Where a bracket is closed; if not soon, so much of the text, or to the end of the line. */
  private static int partner(String text, int bracket) {
    char opening = text.charAt(bracket);
    char closing = CLOSING.charAt(OPENING.indexOf(opening));
    int most = Math.min(text.length(), bracket + LONGEST_LIST);
    int depth = 0;
    for (int at = bracket; at < most; at++) {
      char c = text.charAt(at);
      depth += c == opening ? 1 : c == closing ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return most < text.length() ? most : endOfLine(text, bracket);
  }

  private static int endOfLine(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** A password may hold any character, so that its end is where something else begins. */
  private static int end(String text, int from, Kind kind) {
    Matcher next = NEXT.matcher(text);
    int[] open = new int[OPENING.length()];
    int end = from;
    while (end < text.length() && !ends(text, end, kind, open, next)) {
      end++;
    }
    return end;
  }

  private static boolean ends(String text, int at, Kind kind, int[] open, Matcher next) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return true;
    }
    if (kind != Kind.SECRET || c == '"' || c == '\'') {
      return ENDS.indexOf(c) >= 0;
    }
    int opens = OPENING.indexOf(c);
    if (opens >= 0) {
      open[opens]++;
    }
    int closes = CLOSING.indexOf(c);
    if (closes >= 0 && open[closes]-- <= 0) {
      open[closes] = 0;
      return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }
    return ",;&".indexOf(c) >= 0 && next.region(at + 1, text.length()).lookingAt();
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
