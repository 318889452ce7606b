package dev.mulligan.runtime.letter;

import org.jspecify.annotations.Nullable;

/**
 * One argument of a kept call.
 *
 * @param name the parameter's name, or {@code arg0} and so on
 * @param type the parameter's declared type, as in the source
 * @param json the value as JSON, or null if it could not be written or is redacted
 * @param note why there is no value, or an empty text
 */
public record LetterArgument(String name, String type, @Nullable String json, String note) {}
