package dev.mulligan.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A parameter, as the call catalogue lists it.
 *
 * @param name its name
 * @param type its type with type arguments, by binary names
 * @param key the path of the key in it; empty if it is itself the key; null if it is none
 * @param redacted whether its value stays out of letters
 */
public record CatalogueParameter(
    String name, String type, @Nullable String key, boolean redacted) {}
