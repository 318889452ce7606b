package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.util.List;

/** Reads the arguments of a letter as the method takes them now. */
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
    try {
      return json.read(text, parameter.type());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new IllegalArgumentException(
          "argument " + argument.name() + " does not fit " + parameter.type().getTypeName(), e);
    }
  }
}
