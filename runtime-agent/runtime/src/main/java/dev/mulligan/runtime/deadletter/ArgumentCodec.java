package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.io.Closeable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns arguments into JSON and back. The schema comes from the method's signature alone: no class
 * that a letter names is ever loaded, and there is no polymorphic typing.
 */
final class ArgumentCodec {
  private static final int LONGEST = 256 * 1024;
  private static final int RENDERED = 200;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().annotationIntrospector(new Redaction()).build();

  private ArgumentCodec() {}

  static List<LetterArgument> write(List<Parameter> parameters, List<@Nullable Object> arguments) {
    List<LetterArgument> written = new ArrayList<>();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      written.add(write(parameters.get(i), arguments.get(i)));
    }
    return written;
  }

  private static LetterArgument write(Parameter parameter, @Nullable Object argument) {
    String type = parameter.type().getTypeName();
    if (isSecret(parameter, argument)) {
      return new LetterArgument(parameter.name(), type, null, Redaction.MARK);
    }
    if (argument != null && isOneShot(argument)) {
      String note = "can be read only once: " + argument.getClass().getName();
      return new LetterArgument(parameter.name(), type, null, note);
    }
    try {
      String json = MAPPER.writerFor(typeOf(parameter.type())).writeValueAsString(argument);
      if (json.length() > LONGEST) {
        return unwritten(parameter, type, "is longer than " + LONGEST + " characters", argument);
      }
      return json.contains(Redaction.MARK)
          ? new LetterArgument(parameter.name(), type, null, json)
          : new LetterArgument(parameter.name(), type, json, "");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return unwritten(parameter, type, "cannot be written: " + Texts.summary(e), argument);
    }
  }

  private static LetterArgument unwritten(
      Parameter parameter, String type, String why, @Nullable Object argument) {
    String note = why + "; " + Texts.limit(Texts.render(argument), RENDERED);
    return new LetterArgument(parameter.name(), type, null, note);
  }

  static boolean isSecret(Parameter parameter, @Nullable Object argument) {
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

  /**
   * Reads the arguments of a letter as the method takes them now.
   *
   * @throws IllegalArgumentException if one is missing or does not fit
   */
  static Object[] read(Letter letter, List<Parameter> parameters) {
    if (letter.arguments().size() != parameters.size()) {
      throw new IllegalArgumentException(
          letter.callId() + " takes " + parameters.size() + " arguments now");
    }
    Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      LetterArgument argument = letter.arguments().get(i);
      String json = argument.json();
      if (json == null) {
        throw new IllegalArgumentException(
            "argument " + argument.name() + " is missing: " + argument.note());
      }
      try {
        arguments[i] = MAPPER.readValue(json, typeOf(parameters.get(i).type()));
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        throw new IllegalArgumentException(
            "argument " + argument.name() + " does not fit: " + Texts.summary(e), e);
      }
    }
    return arguments;
  }

  private static JavaType typeOf(Type type) {
    return MAPPER.constructType(type);
  }
}
