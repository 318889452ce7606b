package dev.mulligan.runtime.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers of payment cards: those that begin as an issuer's do, have its length, and whose
 * check digit is right. Groups of digits may be parted by one space or hyphen.
 */
final class CardNumbers {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private final String text;
  private final List<Hidden> found = new ArrayList<>();

  private CardNumbers(String text) {
    this.text = text;
  }

  static List<Hidden> in(String text) {
    CardNumbers numbers = new CardNumbers(text);
    numbers.search();
    return numbers.found;
  }

  private void search() {
    int i = 0;
    while (i < text.length()) {
      if (isDigit(i) && beginsGroup(i)) {
        int end = cardAt(i);
        if (end > 0) {
          found.add(new Hidden(i, end));
          i = end;
          continue;
        }
      }
      i++;
    }
  }

  /** Where a card number ends that begins here, or 0. */
  private int cardAt(int begin) {
    StringBuilder digits = new StringBuilder(LONGEST);
    int end = 0;
    int i = begin;
    while (i < text.length() && digits.length() < LONGEST) {
      if (isDigit(i)) {
        digits.append(text.charAt(i));
        i++;
        if (digits.length() >= SHORTEST && endsGroup(i) && isCard(digits)) {
          end = i;
        }
      } else if (isSeparator(i) && i + 1 < text.length() && isDigit(i + 1)) {
        i++;
      } else {
        break;
      }
    }
    return end;
  }

  /** Not within a longer number, a fraction or a hexadecimal text. */
  private boolean beginsGroup(int i) {
    if (i == 0) {
      return true;
    }
    char before = text.charAt(i - 1);
    boolean fraction = i > 1 && (before == '.' || before == ',') && isDigit(i - 2);
    return !isHex(before) && !fraction;
  }

  private boolean endsGroup(int end) {
    return end == text.length() || !isHex(text.charAt(end));
  }

  private boolean isSeparator(int i) {
    return text.charAt(i) == ' ' || text.charAt(i) == '-';
  }

  private boolean isDigit(int i) {
    char c = text.charAt(i);
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isCard(CharSequence digits) {
    return isIssued(digits) && isChecked(digits);
  }

  private static boolean isIssued(CharSequence digits) {
    int length = digits.length();
    int two = Integer.parseInt(digits, 0, 2, 10);
    int four = Integer.parseInt(digits, 0, 4, 10);
    return switch (two / 10) {
      case 3 -> isThree(two, four, length);
      case 4 -> length == 13 || length == 16 || length == 19;
      case 2 -> length == 16 && four >= 2221 && four <= 2720;
      case 5 -> length == 16 || ((two == 50 || two >= 56) && length > 16);
      case 6 -> length >= 16;
      default -> false;
    };
  }

  private static boolean isThree(int two, int four, int length) {
    boolean amex = (two == 34 || two == 37) && length == 15;
    boolean jcb = four >= 3528 && four <= 3589 && length >= 16;
    boolean diners = (two == 30 || two == 36 || two == 38 || two == 39) && length == 14;
    return amex || jcb || diners;
  }

  /** The formula of Luhn. */
  private static boolean isChecked(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      // The digits of a number of two digits are added, which is the number without nine.
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
