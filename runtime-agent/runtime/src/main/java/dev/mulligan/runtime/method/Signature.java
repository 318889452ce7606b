package dev.mulligan.runtime.method;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The erased parameters and the result of a method. Where they are known by a descriptor alone, no
 * class is loaded before it is needed: one of them may be part of a library that is not there.
 * Thread-safe.
 */
public final class Signature {
  private final String descriptor;
  private final String parameters;
  private final @Nullable ClassLoader loader;
  private volatile @Nullable MethodType type;

  private Signature(String descriptor, @Nullable ClassLoader loader, @Nullable MethodType type) {
    this.descriptor = descriptor;
    this.parameters = descriptor.substring(1, descriptor.indexOf(')'));
    this.loader = loader;
    this.type = type;
  }

  /**
   * Takes classes that are there.
   *
   * @param type parameters and result, without the receiver
   * @return the signature
   */
  public static Signature of(MethodType type) {
    return new Signature(type.toMethodDescriptorString(), null, type);
  }

  /**
   * Takes the names of classes.
   *
   * @param descriptor parameters and result, such as {@code (Ljava/lang/String;)I}
   * @param loader where they are looked up when they are needed; null for the system loader
   * @return the signature
   */
  public static Signature of(String descriptor, @Nullable ClassLoader loader) {
    return new Signature(descriptor, loader, null);
  }

  /**
   * Gives the classes.
   *
   * @throws TypeNotPresentException if one of them is not there
   */
  MethodType type() {
    MethodType known = type;
    if (known == null) {
      known = MethodType.fromMethodDescriptorString(descriptor, loader);
      type = known;
    }
    return known;
  }

  boolean hasSameParameters(Signature other) {
    return parameters.equals(other.parameters);
  }

  /** The name of the result's class, such as {@code int} or {@code java.lang.String[]}. */
  String resultName() {
    return name(resultDescriptor());
  }

  /** The class of the result; null if it is not there. */
  @Nullable Class<?> result() {
    return find(resultDescriptor());
  }

  private String resultDescriptor() {
    return descriptor.substring(parameters.length() + 2);
  }

  /** The class of a parameter; null if it is not there. */
  @Nullable Class<?> parameter(int index) {
    return find(parameterDescriptors().get(index));
  }

  /** The classes of all parameters. One that is not there has its name and nothing else. */
  Type[] parameters() {
    return parameterDescriptors().stream().map(this::findOrName).toArray(Type[]::new);
  }

  /** The parameters' types, such as {@code (long,java.lang.String[])}. */
  String parameterNames() {
    StringJoiner names = new StringJoiner(",", "(", ")");
    for (String parameter : parameterDescriptors()) {
      names.add(name(parameter));
    }
    return names.toString();
  }

  private List<String> parameterDescriptors() {
    List<String> found = new ArrayList<>();
    int begin = 0;
    while (begin < parameters.length()) {
      int end = begin;
      while (parameters.charAt(end) == '[') {
        end++;
      }
      end = parameters.charAt(end) == 'L' ? parameters.indexOf(';', end) + 1 : end + 1;
      found.add(parameters.substring(begin, end));
      begin = end;
    }
    return found;
  }

  private Type findOrName(String field) {
    Class<?> found = find(field);
    return found == null ? new Absent(name(field)) : found;
  }

  private @Nullable Class<?> find(String field) {
    try {
      return MethodType.fromMethodDescriptorString("()" + field, loader).returnType();
    } catch (TypeNotPresentException | LinkageError absent) {
      return null;
    }
  }

  private static String name(String field) {
    int dimensions = field.lastIndexOf('[') + 1;
    return element(field.substring(dimensions)) + "[]".repeat(dimensions);
  }

  private static String element(String field) {
    return switch (field.charAt(0)) {
      case 'V' -> "void";
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> field.substring(1, field.length() - 1).replace('/', '.');
    };
  }

  /** What is known of a class that is not there. */
  private record Absent(String name) implements Type {
    @Override
    public String getTypeName() {
      return name;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
