package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a letter as the method takes them now. An argument that would lose a value
 * on its way is refused: a replay must not make another call than the one that failed.
 */
final class ArgumentReader {
  private final Json json;
  private final Supplier<@Nullable KeyRing> ring;

  ArgumentReader(Json json) {
    this(json, () -> null);
  }

  /**
   * Creates a reader.
   *
   * @param json how the method's arguments are written
   * @param ring decrypts; may give null
   */
  ArgumentReader(Json json, Supplier<@Nullable KeyRing> ring) {
    this.json = json.unredacted();
    this.ring = ring;
  }

  /**
   * Reads all arguments of a letter.
   *
   * @throws IllegalArgumentException if one is missing or does not fit
   */
  Object[] read(Letter letter, List<Parameter> parameters) {
    return read(letter, letter.arguments(), parameters);
  }

  /**
   * Reads arguments that may not be the letter's own.
   *
   * @param letter the letter
   * @param arguments those to read; what is encrypted among them must be the letter's
   * @param parameters what the method takes
   * @throws IllegalArgumentException if one is missing or does not fit
   */
  Object[] read(Letter letter, List<LetterArgument> arguments, List<Parameter> parameters) {
    if (arguments.size() != parameters.size()) {
      throw new IllegalArgumentException(
          letter.callId() + " takes " + parameters.size() + " arguments now");
    }
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(letter, arguments.get(i), parameters.get(i));
    }
    return values;
  }

  private Object read(Letter letter, LetterArgument argument, Parameter parameter) {
    String sealed = argument.sealed();
    String text = sealed == null ? argument.json() : open(letter, argument, sealed);
    if (text == null) {
      throw new IllegalArgumentException(
          "argument " + argument.name() + " was not kept: " + argument.note());
    }
    Object value;
    String lost;
    try {
      value = json.read(text, parameter.type());
      lost = Json.missing(text, json.write(value, parameter.type(), new Secrets(json)));
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      // What was encrypted is not quoted by a cause.
      throw new IllegalArgumentException(
          doesNotFit(argument, parameter), sealed == null ? e : null);
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

  /** It was encrypted for the place where the letter itself has it, wherever it stands now. */
  private String open(Letter letter, LetterArgument argument, String sealed) {
    KeyRing keys = ring.get();
    String cannot = "argument " + argument.name() + " cannot be decrypted: ";
    if (keys == null) {
      throw new IllegalArgumentException(cannot + "there is no key file that can be used");
    }
    for (int i = 0; i < letter.arguments().size(); i++) {
      LetterArgument own = letter.arguments().get(i);
      if (sealed.equals(own.sealed())) {
        try {
          return keys.open(sealed, letter.id(), i, own.name());
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(cannot + e.getMessage());
        }
      }
    }
    throw new IllegalArgumentException(cannot + "it is not of this letter");
  }

  private static String doesNotFit(LetterArgument argument, Parameter parameter) {
    return "argument " + argument.name() + " does not fit " + parameter.type().getTypeName();
  }
}
