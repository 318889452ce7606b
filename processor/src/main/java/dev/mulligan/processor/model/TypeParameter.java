package dev.mulligan.processor.model;

import java.util.List;

/**
 * A type parameter of a class or method.
 *
 * @param name such as {@code T}
 * @param bounds what it extends
 */
public record TypeParameter(String name, List<Type> bounds) {}
