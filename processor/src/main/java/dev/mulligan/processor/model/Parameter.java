package dev.mulligan.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter of a method or constructor.
 *
 * @param name its name
 * @param type its type; an array for a variable number of arguments
 * @param marks its annotations; those of constructors alone are repeated
 * @param typeMarks the annotations of its type
 */
public record Parameter(String name, Type type, List<Mark> marks, List<Mark> typeMarks) {
  /** The same parameter with one more annotation. */
  public Parameter with(Mark mark) {
    return new Parameter(
        name, type, Stream.concat(Stream.of(mark), marks.stream()).toList(), typeMarks);
  }
}
