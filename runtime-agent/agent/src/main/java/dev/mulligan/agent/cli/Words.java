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

  private static boolean isSentence(@Nullable String message) {
    return message != null && message.indexOf(' ') > 0;
  }
}
