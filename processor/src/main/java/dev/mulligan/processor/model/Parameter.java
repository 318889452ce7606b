package dev.mulligan.processor.model;

/**
 * A parameter of a method or constructor.
 *
 * @param name its name
 * @param type its type; an array for a variable number of arguments
 */
public record Parameter(String name, Type type) {}
