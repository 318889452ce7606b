package dev.mulligan.agent.cli;

import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong. */
final class Words {
  private Words() {}

  static String of(Throwable e) {
    String message = e.getMessage();
    if (e instanceof NoSuchFileException) {
      return "there is no " + message;
    }
    return isSentence(message) ? String.valueOf(message) : e.toString();
  }

  /** Text of somebody else's that cannot steer the terminal it is shown on. */
  static String plain(String text) {
    return text.codePoints().noneMatch(Words::steers)
        ? text
        : text.codePoints()
            .map(c -> steers(c) ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean steers(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isSentence(@Nullable String message) {
    return message != null && message.indexOf(' ') > 0;
  }
}
