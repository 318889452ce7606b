package dev.mulligan.agent.policyfile;

/**
 * A text with wildcards: {@code *} stands for any characters, none included. No regular
 * expressions, whose classes an ordinary start does not load. Immutable.
 *
 * @param pattern the text
 */
public record Glob(String pattern) {
  /**
   * Tells whether a text has the form of this pattern. Two asterisks mean what one does.
   *
   * @param text the text
   * @return true if all of it matches
   */
  public boolean matches(String text) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int i = 0;
    while (i < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        // The last asterisk takes one character more.
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /**
   * Tells whether only one text matches.
   *
   * @return true if there is no wildcard
   */
  public boolean isExact() {
    return pattern.indexOf('*') < 0;
  }
}
