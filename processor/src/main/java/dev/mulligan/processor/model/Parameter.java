package dev.mulligan.processor.model;

import java.util.List;

/**
 * A parameter of a method or constructor.
 *
 * @param name its name
 * @param type its type; an array for a variable number of arguments
 * @param marks its annotations; those of constructors alone are repeated
 * @param typeMarks the annotations of its type
 */
public record Parameter(String name, Type type, List<Mark> marks, List<Mark> typeMarks) {}
