package dev.mulligan.runtime.catalogue;

/**
 * One parameter of a guarded method.
 *
 * @param name its name in the source
 * @param type its type with generics, as text
 * @param redacted whether its value never leaves the process
 */
public record CatalogueParameter(String name, String type, boolean redacted) {}
