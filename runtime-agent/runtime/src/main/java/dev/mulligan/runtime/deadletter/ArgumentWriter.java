package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the arguments of one call. What would not come back as it was is kept without its value,
 * with the reason: a replay must not make another call than the one that failed.
 */
final class ArgumentWriter {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_PLACE = 200;

  private final Json json;
  private final boolean keepsHidden;
  private final Secrets secrets;

  ArgumentWriter(Json json) {
    this(json, false);
  }

  /**
   * Prepares for one call.
   *
   * @param json how the method's arguments are written
   * @param keepsHidden whether secrets can be encrypted
   */
  ArgumentWriter(Json json, boolean keepsHidden) {
    this.json = json;
    this.keepsHidden = keepsHidden;
    this.secrets = new Secrets(json);
  }

  Captured capture(List<Parameter> parameters, List<@Nullable Object> arguments) {
    List<Captured.Argument> written = new ArrayList<>();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      written.add(write(parameters.get(i), arguments.get(i)));
    }
    return new Captured(written, secrets);
  }

  private Captured.Argument write(Parameter parameter, @Nullable Object argument) {
    try {
      if (Redaction.isSecret(parameter, argument)) {
        secrets.found(argument);
        return hidden(parameter, argument, Redaction.MARK);
      }
      if (argument != null && Introspector.isOneShot(argument.getClass())) {
        return without(parameter, "can be read only once: " + argument.getClass().getName());
      }
      return encode(parameter, argument);
    } catch (Throwable e) {
      return without(parameter, reason(argument, e));
    }
  }

  /** No value in here: the text of an exception may hold what must not be written. */
  private static String reason(@Nullable Object argument, Throwable failure) {
    String type = argument == null ? "null" : argument.getClass().getName();
    String known = NotKept.reason(failure);
    return known != null
        ? "a " + type + " cannot be written: it " + known
        : "a " + type + " cannot be written: " + rootOf(failure).getClass().getSimpleName();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (int i = 0; i < Json.DEEPEST && root.getCause() != null; i++) {
      root = root.getCause();
    }
    return root;
  }

  private Captured.Argument encode(Parameter parameter, @Nullable Object argument) {
    int before = secrets.count();
    String text = json.write(argument, parameter.type(), secrets);
    String shown = Redaction.hide(text, secrets);
    if (secrets.count() > before) {
      return hidden(parameter, argument, "holds redacted values: " + shown);
    }
    String change = changeOnTheWay(argument, text, parameter.type());
    return change == null
        ? new Captured.Argument(argument(parameter, text, ""), null)
        : without(parameter, change + ": " + shown);
  }

  /** An argument of which nothing but a note can be seen; all of it is kept if it is encrypted. */
  private Captured.Argument hidden(Parameter parameter, @Nullable Object argument, String note) {
    String whole = keepsHidden ? whole(parameter.type(), argument) : null;
    return new Captured.Argument(without(parameter, note).shown(), whole);
  }

  /** The value with its secrets, or null if it would not come back as it was. */
  private @Nullable String whole(Type type, @Nullable Object argument) {
    try {
      String text = json.unredacted().write(argument, type, secrets);
      return changeOnTheWay(argument, text, type) == null ? text : null;
    } catch (Throwable e) {
      return null;
    }
  }

  /** Says what the argument would lose on its way to JSON and back, or null if nothing. */
  private @Nullable String changeOnTheWay(@Nullable Object argument, String text, Type type) {
    Json open = json.unredacted();
    if (argument == null) {
      // To some types, such as Optional, null is a value.
      return open.read(text, type) == null ? null : "null would come back as a value";
    }
    String name = argument.getClass().getName();
    if (!Json.sameContent(open.writeAsItIs(argument, type, secrets), text)) {
      return "a " + name + " is more than " + type.getTypeName() + " says";
    }
    Object back = open.read(text, type);
    boolean container =
        argument instanceof Collection || argument instanceof Map || argument.getClass().isArray();
    if (back == null || (!container && back.getClass() != argument.getClass())) {
      return "a " + name + " would come back as another type";
    }
    if (!Json.sameContent(text, open.write(back, type, secrets))) {
      return "a " + name + " would come back changed";
    }
    String lost = lostUnseen(argument, back, text, type);
    return lost == null ? null : "a " + name + " has more than its JSON shows" + lost;
  }

  /**
   * Finds what is lost although the text does not show it, such as an ignored field or the class of
   * a number.
   *
   * @return where it is; null if nothing is lost
   */
  private @Nullable String lostUnseen(Object argument, Object back, String text, Type type) {
    Likeness likeness = new Likeness();
    String where = likeness.difference(argument, back);
    if (where != null) {
      return where.isEmpty() ? where : " at " + Texts.limit(where, LONGEST_PLACE);
    }
    boolean isKnown = likeness.isSure() && !json.unredacted().leavesOut();
    return isKnown || !losesUnseen(argument, back, text, type) ? null : "";
  }

  /**
   * Tells whether something is lost that a comparison does not see: in classes whose fields cannot
   * be read, and in transient fields. Only classes that compare by value can tell; of others it is
   * assumed if they leave something out.
   */
  private boolean losesUnseen(Object argument, Object back, String text, Type type) {
    if (json.unredacted().asksTheNet() || argument.equals(back)) {
      return false;
    }
    boolean comparesByValue = back.equals(json.unredacted().read(text, type));
    return comparesByValue || json.unredacted().leavesOut();
  }

  private static Captured.Argument without(Parameter parameter, String why) {
    return new Captured.Argument(
        new LetterArgument(
            parameter.name(), parameter.type().getTypeName(), null, Texts.limit(why, LONGEST_NOTE)),
        null);
  }

  private static LetterArgument argument(Parameter parameter, String text, String note) {
    return new LetterArgument(parameter.name(), parameter.type().getTypeName(), text, note);
  }
}
