package dev.mulligan.runtime.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by a name whether its value is a secret: that of a parameter, a field, a header or an entry
 * of a map. A name is read word by word, so that {@code accessToken} and {@code x-api-key} are
 * found, and {@code tokenCount}, {@code key} or {@code secretary} are not.
 */
public final class SecretNames {
  private static final int LONGEST = 200;

  /** Their values are secret whatever they are. */
  private static final List<String> ALWAYS =
      List.of("password", "passwd", "passphrase", "passcode", "privatekey");

  private static final Set<String> ALWAYS_AS_WORD =
      Set.of("pwd", "secret", "secrets", "cvv", "cvc", "otp", "totp", "ssn");

  /** A number or a truth value under these names counts or switches something. */
  private static final List<String> TEXT_AT_END =
      List.of(
          "secret",
          "token",
          "tokens",
          "authorization",
          "credential",
          "credentials",
          "apikey",
          "apikeys",
          "accesskey",
          "secretkey",
          "signingkey",
          "encryptionkey",
          "cookie",
          "cookies",
          "sessionid",
          "sessid",
          "userpass",
          "dbpass");

  private static final Set<String> STRING = Set.of("session", "sid");
  private static final Set<String> TEXT_AS_WORD = Set.of("jwt", "bearer");
  private static final Set<String> TEXT_AS_LAST_WORD = Set.of("auth");

  /** What makes a key a secret one. */
  private static final Set<String> KEY_KINDS =
      Set.of(
          "access",
          "aes",
          "api",
          "auth",
          "crypto",
          "encryption",
          "hmac",
          "master",
          "private",
          "secret",
          "session",
          "shared",
          "signing",
          "ssh");

  /** A name that ends so tells something about a secret, and not the secret. */
  private static final Set<String> HARMLESS_ENDS =
      Set.of(
          "age",
          "alg",
          "algorithm",
          "at",
          "attempts",
          "bucket",
          "budget",
          "changed",
          "count",
          "created",
          "date",
          "disabled",
          "enabled",
          "encoder",
          "endpoint",
          "expiration",
          "expired",
          "expires",
          "expiry",
          "factory",
          "field",
          "file",
          "format",
          "header",
          "index",
          "invalid",
          "issuer",
          "kind",
          "label",
          "len",
          "length",
          "lifetime",
          "limit",
          "location",
          "manager",
          "max",
          "min",
          "name",
          "offset",
          "param",
          "parameter",
          "path",
          "policy",
          "position",
          "prefix",
          "present",
          "provider",
          "required",
          "reset",
          "retries",
          "rule",
          "rules",
          "scope",
          "scopes",
          "service",
          "size",
          "state",
          "status",
          "strategy",
          "strength",
          "time",
          "timeout",
          "ttl",
          "type",
          "updated",
          "uri",
          "url",
          "usage",
          "used",
          "valid",
          "validator",
          "version");

  private SecretNames() {}

  /** How much a name says about its value. */
  public enum Kind {
    /** Nothing. */
    HARMLESS,
    /** It is a secret if it is a single text; an object of this name has a meaning of its own. */
    SECRET_IF_TEXT,
    /** It is a secret unless it is a number or a truth value. */
    SECRET_UNLESS_NUMBER,
    /** It is a secret. */
    SECRET;

    /**
     * Judges a value under such a name.
     *
     * @param isNumber whether the value is a number or a truth value
     * @param isText whether it is a text
     * @return true if it is a secret
     */
    public boolean hides(boolean isNumber, boolean isText) {
      return switch (this) {
        case HARMLESS -> false;
        case SECRET_IF_TEXT -> isText;
        case SECRET_UNLESS_NUMBER -> !isNumber;
        case SECRET -> true;
      };
    }
  }

  /**
   * Judges a name.
   *
   * @param name any name; of a very long one the end
   * @return what it says about its value
   */
  public static Kind kind(String name) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      return Kind.HARMLESS;
    }
    String last = words.get(words.size() - 1);
    String whole = String.join("", words);
    if ((words.size() > 1 && HARMLESS_ENDS.contains(last)) || whole.endsWith("passwordless")) {
      return Kind.HARMLESS;
    }
    if (isAlways(words, whole)) {
      return Kind.SECRET;
    }
    if (STRING.contains(whole)) {
      return Kind.SECRET_IF_TEXT;
    }
    return isText(words, last, whole) ? Kind.SECRET_UNLESS_NUMBER : Kind.HARMLESS;
  }

  private static boolean isAlways(List<String> words, String whole) {
    return whole.equals("pin")
        || ALWAYS.stream().anyMatch(whole::contains)
        || words.stream().anyMatch(ALWAYS_AS_WORD::contains);
  }

  private static boolean isText(List<String> words, String last, String whole) {
    return TEXT_AS_LAST_WORD.contains(last)
        || whole.equals("pass")
        || words.stream().anyMatch(SecretNames::isTextWord)
        || TEXT_AT_END.stream().anyMatch(whole::endsWith)
        || isSecretKey(words);
  }

  private static boolean isTextWord(String word) {
    return TEXT_AS_WORD.contains(word) || TEXT_AT_END.stream().anyMatch(word::endsWith);
  }

  private static boolean isSecretKey(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if ((word.equals("key") || word.equals("keys")) && KEY_KINDS.contains(words.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Judges the name of a class: one that ends with such a word holds a secret. More is not said, as
   * an event about a changed password is none.
   *
   * @param simpleName the simple name
   * @return true if its objects are secrets
   */
  static boolean isSecretType(String simpleName) {
    List<String> words = words(simpleName);
    if (words.isEmpty()) {
      return false;
    }
    String last = words.get(words.size() - 1);
    boolean isToken = last.equals("token") && words.size() > 1 && isTokenKind(words);
    return isToken
        || isSecretKey(words)
        || ALWAYS.contains(last)
        || Set.of("secret", "credential", "credentials").contains(last);
  }

  private static boolean isTokenKind(List<String> words) {
    return Set.of("access", "api", "auth", "bearer", "csrf", "id", "refresh", "session")
        .contains(words.get(words.size() - 2));
  }

  /** Words in lower case, without the numbers at their ends. */
  private static List<String> words(String name) {
    String text = name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (beginsWord(text, i)) {
        end(word, words);
      }
      if (Character.isLetter(c)) {
        word.append(c);
      }
    }
    end(word, words);
    return words;
  }

  /** As in {@code api-key}, {@code apiKey}, {@code APIKey}. */
  private static boolean beginsWord(String text, int i) {
    char c = text.charAt(i);
    if (!Character.isLetter(c)) {
      return !Character.isDigit(c);
    }
    boolean afterLower = i > 0 && Character.isLowerCase(text.charAt(i - 1));
    boolean beforeLower = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    boolean afterUpper = i > 0 && Character.isUpperCase(text.charAt(i - 1));
    return Character.isUpperCase(c) && (afterLower || (afterUpper && beforeLower));
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
