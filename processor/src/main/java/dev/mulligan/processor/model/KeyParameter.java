package dev.mulligan.processor.model;

/**
 * The parameter that is a call's key.
 *
 * @param index which, from zero
 * @param path the property that is the key; empty for the argument itself
 */
public record KeyParameter(int index, String path) {}
