package dev.mulligan.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a {@link FaultPlan}, one after another. Not thread-safe. */
final class FaultTokens {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([\\p{L}_$][\\w$.\\-]*|\\d[\\w.]*|\"[^\"]*\"|'[^']*'|[,%]|$)");

  private final String text;
  private final List<Token> all = new ArrayList<>();
  private int next;

  /**
   * Splits a text.
   *
   * @throws FaultSyntaxException if there is something else between words, numbers and quotes
   */
  FaultTokens(String text, int begin) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int position = begin;
    while (matcher.region(position, text.length()).lookingAt()) {
      all.add(new Token(matcher.group(1), matcher.start(1)));
      if (matcher.group(1).isEmpty()) {
        return;
      }
      position = matcher.end();
    }
    String rest = text.substring(position);
    int wrong = position + (int) rest.chars().takeWhile(Character::isWhitespace).count();
    char sign = text.charAt(wrong);
    boolean quote = sign == '"' || sign == '\'';
    throw new FaultSyntaxException(
        text, wrong, quote ? "this quote is not closed" : "'" + sign + "' has no meaning here");
  }

  String current() {
    return all.get(next).text();
  }

  /** The one after the current one, or an empty text. */
  String following() {
    return next + 1 < all.size() ? all.get(next + 1).text() : "";
  }

  int position() {
    return all.get(next).position();
  }

  boolean atEnd() {
    return current().isEmpty();
  }

  boolean is(String word) {
    return current().equals(word);
  }

  boolean isNumber() {
    return !atEnd() && Character.isDigit(current().charAt(0));
  }

  boolean isWord() {
    return !atEnd() && Character.isJavaIdentifierStart(current().charAt(0));
  }

  boolean isQuoted() {
    return !atEnd() && (current().charAt(0) == '"' || current().charAt(0) == '\'');
  }

  String take() {
    return all.get(next++).text();
  }

  String takeQuoted() {
    String quoted = take();
    return quoted.substring(1, quoted.length() - 1);
  }

  boolean skip(String word) {
    if (!is(word)) {
      return false;
    }
    next++;
    return true;
  }

  String shown() {
    return atEnd() ? "the end" : "'" + current() + "'";
  }

  FaultSyntaxException expected(String what) {
    return new FaultSyntaxException(
        text, position(), "expected " + what + ", but there is " + shown());
  }

  private record Token(String text, int position) {}
}
