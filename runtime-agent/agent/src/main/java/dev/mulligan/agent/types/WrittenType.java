package dev.mulligan.agent.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type as the source has it: with its arguments, and with variables. Immutable.
 *
 * @param kind what it is
 * @param name the name of a class, with slashes; that of a variable or a primitive
 * @param arguments its arguments; none of a raw type
 * @param dimensions how many dimensions it has as an array
 * @param wildcard as an argument of another type: {@code =} for exactly this type, {@code +} for
 *     those below it, {@code -} for those above it, {@code *} for any
 */
public record WrittenType(
    Kind kind, String name, List<WrittenType> arguments, int dimensions, char wildcard) {

  /** Just this type. */
  public static final char EXACT = '=';

  /** Any type. */
  public static final char ANY = '*';

  /** What a type is, arrays aside. */
  public enum Kind {
    /** A class or an interface. */
    CLASS,
    /** A type variable. */
    VARIABLE,
    /** A primitive type, or none at all. */
    PRIMITIVE
  }

  /**
   * Gives the parameters' types of a method.
   *
   * @param method the method
   * @return its parameters, in order
   */
  public static List<WrittenType> parametersOf(MethodInfo method) {
    return SignatureTypes.of(method).parameters();
  }

  /**
   * Gives the result's type of a method.
   *
   * @param method the method
   * @return its result
   */
  public static WrittenType resultOf(MethodInfo method) {
    return SignatureTypes.of(method).result();
  }

  /**
   * Tells whether a method has type variables of its own.
   *
   * @param method the method
   * @return true if it has
   */
  public static boolean isGeneric(MethodInfo method) {
    return !SignatureTypes.of(method).variables().isEmpty();
  }

  /**
   * Looks at this type as one that is above it.
   *
   * @param types where types are looked for
   * @param above the name of a type above, with slashes
   * @return the type above with the arguments that it has here; null if that is not known
   */
  public @Nullable WrittenType as(Types types, String above) {
    if (name.equals(above)) {
      return this;
    }
    TypeInfo type = kind == Kind.CLASS ? types.find(name) : null;
    if (type == null || type.signature() == null) {
      return null;
    }
    SignatureTypes header = SignatureTypes.of(type.signature());
    Map<String, WrittenType> values = valuesOf(header.variables());
    for (WrittenType declared : header.supertypes()) {
      WrittenType found = declared.with(values).as(types, above);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Map<String, WrittenType> valuesOf(List<String> variables) {
    Map<String, WrittenType> values = new LinkedHashMap<>();
    if (variables.size() == arguments.size()) {
      for (int i = 0; i < arguments.size(); i++) {
        values.put(variables.get(i), arguments.get(i));
      }
    }
    return values;
  }

  /** Fills in variables; where one has no value, what is left is a raw type. */
  private WrittenType with(Map<String, WrittenType> values) {
    List<WrittenType> filled = new ArrayList<>();
    for (WrittenType argument : arguments) {
      WrittenType value =
          argument.kind == Kind.VARIABLE ? values.get(argument.name) : argument.with(values);
      if (value == null || (argument.kind == Kind.VARIABLE && !argument.isPlain())) {
        return new WrittenType(kind, name, List.of(), dimensions, wildcard);
      }
      filled.add(value);
    }
    return new WrittenType(kind, name, List.copyOf(filled), dimensions, wildcard);
  }

  private boolean isPlain() {
    return dimensions == 0 && wildcard == EXACT;
  }

  /**
   * Shows several types as they are written.
   *
   * @param types the types
   * @return their texts with commas between
   */
  public static String text(List<WrittenType> types) {
    List<String> texts = new ArrayList<>();
    for (WrittenType type : types) {
      texts.add(type.text());
    }
    return String.join(", ", texts);
  }

  /**
   * Shows the type as it is written, without packages.
   *
   * @return for example {@code Map<String, int[]>}
   */
  public String text() {
    if (wildcard == ANY) {
      return "?";
    }
    String simple = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
    String text = arguments.isEmpty() ? simple : simple + "<" + text(arguments) + ">";
    String bound = wildcard == '+' ? "? extends " : wildcard == '-' ? "? super " : "";
    return bound + text + "[]".repeat(dimensions);
  }
}
