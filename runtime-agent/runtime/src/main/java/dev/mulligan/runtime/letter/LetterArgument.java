package dev.mulligan.runtime.letter;

import org.jspecify.annotations.Nullable;

/**
 * One argument of a kept call. Immutable.
 *
 * @param name the parameter's name, or {@code arg0} and so on
 * @param type the parameter's declared type, as in the source
 * @param json the value as JSON, or null if it could not be written or is redacted
 * @param note why there is no value, or an empty text
 * @param sealed the value encrypted for this letter and place: the id of the key, a colon, and
 *     Base64; null if it is not encrypted
 */
public record LetterArgument(
    String name, String type, @Nullable String json, String note, @Nullable String sealed) {

  /**
   * Creates an argument that is not encrypted.
   *
   * @param name the parameter's name
   * @param type the parameter's declared type
   * @param json the value as JSON, or null
   * @param note why there is no value, or an empty text
   */
  public LetterArgument(String name, String type, @Nullable String json, String note) {
    this(name, type, json, note, null);
  }
}
