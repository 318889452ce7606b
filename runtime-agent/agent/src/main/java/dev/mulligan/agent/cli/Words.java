package dev.mulligan.agent.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what went wrong. */
final class Words {
  private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]++");

  private Words() {}

  static String of(Throwable e) {
    String message = e.getMessage();
    if (e instanceof NoSuchFileException) {
      return "there is no " + message;
    } else if (e instanceof FileAlreadyExistsException) {
      return "there is " + message + " already";
    } else if (e instanceof NotDirectoryException) {
      return message + " is no folder";
    } else if (e instanceof AccessDeniedException) {
      return message + " must not be used by this user";
    }
    return isSentence(message) ? String.valueOf(message) : e.toString();
  }

  /** A number of things, such as {@code 1 letter} or {@code 2 letters}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /**
   * A moment as people need it.
   *
   * @param instant such as {@code 2030-01-31T12:00:00.123456789Z}; what is none stays as it is
   */
  static String moment(@Nullable Object instant) {
    String text = String.valueOf(instant);
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).toString();
    } catch (DateTimeParseException none) {
      return text;
    }
  }

  /**
   * The first line of a failure with the exceptions' simple names, also of those that a message
   * begins with: {@code ExecutionException: ConnectException: refused}.
   */
  static String simple(String failure) {
    String rest = failure.lines().findFirst().orElse("");
    StringBuilder simple = new StringBuilder();
    String name = nameAtBegin(rest);
    while (name.indexOf('.') > 0 && isClass(simpleName(name))) {
      int end = Math.min(rest.length(), name.length() + ": ".length());
      simple.append(simpleName(name)).append(rest, name.length(), end);
      rest = rest.substring(end);
      name = nameAtBegin(rest);
    }
    return simple.append(rest).toString();
  }

  /** What stands before the first colon and looks like a name, or nothing. */
  private static String nameAtBegin(String text) {
    int colon = text.indexOf(": ");
    String begin = colon < 0 ? text : text.substring(0, colon);
    return NAME.matcher(begin).matches() ? begin : "";
  }

  /** An anonymous class has only the name of the one around it. */
  private static String simpleName(String name) {
    String withOuter = name.substring(name.lastIndexOf('.') + 1);
    String member = withOuter.substring(withOuter.lastIndexOf('$') + 1);
    return isClass(member) ? member : withOuter;
  }

  private static boolean isClass(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
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
