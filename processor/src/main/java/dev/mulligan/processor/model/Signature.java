package dev.mulligan.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What methods and constructors have in common.
 *
 * @param visibility who may call it
 * @param deprecated whether callers are warned
 * @param marks its annotations; those of constructors alone are repeated
 * @param typeParameters its own type parameters
 * @param parameters its parameters
 * @param varargs whether the last parameter takes any number of arguments
 * @param pollutesHeap whether the compiler warns of that parameter's generic type
 * @param thrown the exceptions that it declares
 */
public record Signature(
    Visibility visibility,
    boolean deprecated,
    List<Mark> marks,
    List<TypeParameter> typeParameters,
    List<Parameter> parameters,
    boolean varargs,
    boolean pollutesHeap,
    List<Type> thrown) {

  /** The same header with one more annotation. */
  public Signature with(Mark mark) {
    return with(Stream.concat(Stream.of(mark), marks.stream()).toList(), parameters);
  }

  /** The same header with other parameters. */
  public Signature with(List<Parameter> newParameters) {
    return with(marks, newParameters);
  }

  private Signature with(List<Mark> newMarks, List<Parameter> newParameters) {
    return new Signature(
        visibility,
        deprecated,
        newMarks,
        typeParameters,
        newParameters,
        varargs,
        pollutesHeap,
        thrown);
  }

  /** Lists the names of the parameters, in order. */
  public List<String> parameterNames() {
    return parameters.stream().map(Parameter::name).toList();
  }
}
