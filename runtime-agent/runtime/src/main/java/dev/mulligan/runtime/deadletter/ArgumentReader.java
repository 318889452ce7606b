package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a letter as the method takes them now. An argument that would lose a value
 * on its way is refused: a replay must not make another call than the one that failed.
 */
final class ArgumentReader {
  private final Json json;

  ArgumentReader(Json json) {
    this.json = json;
  }

  /**
   * Reads all arguments.
   *
   * @throws IllegalArgumentException if one is missing or does not fit
   */
  Object[] read(Letter letter, List<Parameter> parameters) {
    if (letter.arguments().size() != parameters.size()) {
      throw new IllegalArgumentException(
          letter.callId() + " takes " + parameters.size() + " arguments now");
    }
    Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = read(letter.arguments().get(i), parameters.get(i));
    }
    return arguments;
  }

  private Object read(LetterArgument argument, Parameter parameter) {
    String text = argument.json();
    if (text == null) {
      throw new IllegalArgumentException(
          "argument " + argument.name() + " was not kept: " + argument.note());
    }
    Object value;
    String lost;
    try {
      value = json.read(text, parameter.type());
      lost = lost(text, json.write(value, parameter.type(), new ArrayList<>()));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new IllegalArgumentException(doesNotFit(argument, parameter), e);
    }
    if (lost != null) {
      throw new IllegalArgumentException(
          doesNotFit(argument, parameter)
              + ": there is no "
              + argument.name()
              + lost
              + " any more, which has a value in the letter");
    }
    return value;
  }

  /** What is redacted by now cannot be compared. */
  private static @Nullable String lost(String text, String now) {
    return now.contains(Redaction.MARK) ? null : Json.missing(text, now);
  }

  private static String doesNotFit(LetterArgument argument, Parameter parameter) {
    return "argument " + argument.name() + " does not fit " + parameter.type().getTypeName();
  }
}
