package dev.mulligan.agent.cli;

import java.util.ArrayList;
import java.util.List;

/** Texts as a terminal shows them, where some characters take two places and some none. */
final class Cells {
  private static final String CUT = "…";

  /** First and last characters of the blocks of East Asia, of full-width forms, and of pictures. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private Cells() {}

  /** How many places a text takes. */
  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (codePoint >= block[0] && codePoint <= block[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** Fills a text up with spaces. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Cuts a text that takes more places; then its last one is an ellipsis. */
  static String cut(String text, int width) {
    return width(text) <= width ? text : text.substring(0, end(text, width - 1)) + CUT;
  }

  /** Cuts a text that takes more places, and keeps its end: then its first one is an ellipsis. */
  static String cutBegin(String text, int width) {
    String end = text;
    while (width(end) > (end.length() == text.length() ? width : width - 1)) {
      end = end.substring(Character.charCount(end.codePointAt(0)));
    }
    return end.length() == text.length() ? text : CUT + end;
  }

  /** Where the part ends that fits. */
  private static int end(String text, int width) {
    int at = 0;
    int places = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      places += width(codePoint);
      if (places > width) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /** Breaks a text into lines, between words where there are some; the last one may be cut. */
  static List<String> wrap(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (width(rest) > width && lines.size() < most - 1) {
      int end = end(rest, width);
      int space = rest.lastIndexOf(' ', end);
      // A long word is broken rather than that most of a line is empty.
      boolean breaksAtSpace = space > end / 2;
      lines.add(rest.substring(0, breaksAtSpace ? space : end));
      rest = rest.substring(breaksAtSpace ? space + 1 : end);
    }
    lines.add(cut(rest, width));
    return lines;
  }
}
