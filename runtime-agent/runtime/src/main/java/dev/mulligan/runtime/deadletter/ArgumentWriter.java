package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.io.Closeable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the arguments of one call. What would not come back as it was is kept without its value,
 * with the reason: a replay must not make another call than the one that failed.
 */
final class ArgumentWriter {
  private static final int LONGEST = 256 * 1024;

  private final Json json;
  private final List<String> secrets = new ArrayList<>();

  ArgumentWriter(Json json) {
    this.json = json;
  }

  List<LetterArgument> write(List<Parameter> parameters, List<@Nullable Object> arguments) {
    List<LetterArgument> written = new ArrayList<>();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      written.add(write(parameters.get(i), arguments.get(i)));
    }
    return written;
  }

  /** The values that were redacted on the way, as text. */
  List<String> secrets() {
    return secrets;
  }

  private LetterArgument write(Parameter parameter, @Nullable Object argument) {
    if (isSecret(parameter, argument)) {
      if (argument != null) {
        secrets.add(Redaction.text(argument));
      }
      return without(parameter, Redaction.MARK);
    }
    if (argument != null && isOneShot(argument)) {
      return without(parameter, "can be read only once: " + argument.getClass().getName());
    }
    try {
      return encode(parameter, argument);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // No value in here: its text may hold what must not be written.
      String type = argument == null ? "null" : argument.getClass().getName();
      return without(
          parameter, "a " + type + " cannot be written: " + e.getClass().getSimpleName());
    }
  }

  private LetterArgument encode(Parameter parameter, @Nullable Object argument) {
    String text = json.write(argument, parameter.type(), secrets);
    if (text.length() > LONGEST) {
      return without(parameter, "is longer than " + LONGEST + " characters");
    }
    String shown = Redaction.byName(text, secrets);
    if (shown.contains(Redaction.MARK)) {
      return without(parameter, "holds redacted values: " + shown);
    }
    String change = argument == null ? null : changeOnTheWay(argument, text, parameter.type());
    return change == null
        ? new LetterArgument(parameter.name(), parameter.type().getTypeName(), text, "")
        : without(parameter, change);
  }

  /** Says what the argument would lose on its way to JSON and back, or null if nothing. */
  private @Nullable String changeOnTheWay(Object argument, String text, Type type) {
    String name = argument.getClass().getName();
    if (!Json.sameContent(json.write(argument, secrets), text)) {
      return "a " + name + " is more than " + type.getTypeName() + " says";
    }
    Object back = json.read(text, type);
    boolean container =
        argument instanceof Collection || argument instanceof Map || argument.getClass().isArray();
    if (back == null || (!container && back.getClass() != argument.getClass())) {
      return "a " + name + " would come back as another type";
    }
    return Json.sameContent(text, json.write(back, type, secrets))
        ? null
        : "a " + name + " would come back changed";
  }

  private static boolean isSecret(Parameter parameter, @Nullable Object argument) {
    return parameter.redacted()
        || Redaction.isSecretName(parameter.name())
        || (argument != null && Redaction.isSecretType(argument.getClass()));
  }

  private static boolean isOneShot(Object argument) {
    return argument instanceof Closeable
        || argument instanceof Iterator
        || argument instanceof BaseStream
        || argument instanceof Flow.Publisher;
  }

  private static LetterArgument without(Parameter parameter, String why) {
    return new LetterArgument(parameter.name(), parameter.type().getTypeName(), null, why);
  }
}
