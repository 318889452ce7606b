package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterArgument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call as they can be kept, before it is known which letter takes them.
 * Immutable.
 */
public final class Captured {
  private final List<Argument> arguments;
  private final Secrets secrets;

  Captured(List<Argument> arguments, Secrets secrets) {
    this.arguments = List.copyOf(arguments);
    this.secrets = secrets;
  }

  Secrets secrets() {
    return secrets;
  }

  /**
   * Tells these arguments of a method from others, also where they are secret.
   *
   * @param callId the method
   * @return 32 hexadecimal digits; null if an argument is not known as a whole
   */
  @Nullable String fingerprint(String callId) {
    List<String> values = new ArrayList<>();
    for (Argument one : arguments) {
      String value = one.hidden() == null ? one.shown().json() : one.hidden();
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return Identity.of(callId, values);
  }

  /**
   * Gives the arguments for a letter, secrets encrypted for it.
   *
   * @param letterId the letter
   * @param ring encrypts; without one, secrets are not kept
   */
  List<LetterArgument> forLetter(String letterId, @Nullable KeyRing ring) {
    List<LetterArgument> all = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Argument one = arguments.get(i);
      all.add(
          one.hidden() == null || ring == null
              ? one.shown()
              : one.encrypted(ring.seal(one.hidden(), letterId, i, one.shown().name())));
    }
    return all;
  }

  /**
   * One argument.
   *
   * @param shown what everybody may see
   * @param hidden the whole value as JSON, if it is only to be kept encrypted
   */
  record Argument(LetterArgument shown, @Nullable String hidden) {
    static final String ENCRYPTED = "[encrypted]";

    LetterArgument encrypted(String sealed) {
      String note = shown.note();
      String text = note.equals(Redaction.MARK) ? ENCRYPTED : ENCRYPTED + " " + note;
      return new LetterArgument(shown.name(), shown.type(), null, text, sealed);
    }

    /** Never the hidden value. */
    @Override
    public String toString() {
      return shown.toString();
    }
  }
}
