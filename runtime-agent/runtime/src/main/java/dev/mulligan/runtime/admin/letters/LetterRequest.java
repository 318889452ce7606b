package dev.mulligan.runtime.admin.letters;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request, read as what they must be. Each method throws an {@link
 * IllegalArgumentException} that names field and value if a value is of another kind. Immutable.
 */
final class LetterRequest {
  /** The fields that make a filter. */
  static final Set<String> FILTER =
      Set.of(
          "state", "queue", "type", "call", "method", "key", "text", "since", "until", "expired");

  /** The fields that make an order, beside the filter's. */
  static final Set<String> ORDER = Set.of("rate", "canary", "stopOnFailure", "dryRun", "limit");

  /** What may hold a person's data or a secret. */
  static final Set<String> HIDDEN = Set.of("key", "text");

  /** How many an id has. */
  static final int DIGITS = 28;

  private final Map<String, @Nullable Object> fields;

  /**
   * Reads a request.
   *
   * @param known the fields that it may have, beside its {@code command}
   */
  @SafeVarargs
  LetterRequest(Map<String, @Nullable Object> fields, Set<String>... known) {
    this.fields = fields;
    Set<String> all = new TreeSet<>();
    Arrays.stream(known).forEach(all::addAll);
    Set<String> unknown = new HashSet<>(fields.keySet());
    unknown.remove("command");
    unknown.removeAll(all);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no field " + new TreeSet<>(unknown) + "; there are " + all);
    }
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /** Tells whether the request narrows anything. */
  boolean hasFilter() {
    return FILTER.stream().anyMatch(this::has);
  }

  LetterFilter filter() {
    boolean expired = flag("expired");
    return LetterFilter.all()
        .state(constant("state", LetterState.class))
        .queue(text("queue"))
        .type(constant("type", FailureType.class))
        .callId(text("call"))
        .method(text("method"))
        .key(text("key"))
        .text(text("text"))
        .failedFrom(instant("since"))
        .failedUntil(instant("until"))
        .expiredAt(expired ? Time.now() : null);
  }

  ReplayOrder order() {
    double rate = read("rate", 0.0, "a number", LetterRequest::number);
    return new ReplayOrder(
        filter(),
        rate,
        count("canary", 0, 0),
        flag("stopOnFailure"),
        flag("dryRun"),
        count("limit", 0, 0));
  }

  @Nullable String text(String name) {
    return optional(name, "a text", value -> value instanceof String text ? text : null);
  }

  /** The whole identity of a letter, which need not be there any more; or null. */
  @Nullable String id(String name) {
    return optional(
        name,
        "an id of " + DIGITS + " hexadecimal digits",
        value ->
            value instanceof String id && id.length() == DIGITS && isBeginOfId(id) ? id : null);
  }

  static boolean isBeginOfId(String text) {
    return !text.isEmpty()
        && text.length() <= DIGITS
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  String required(String name) {
    String text = text(name);
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("the request has no \"" + name + "\"");
    }
    return text;
  }

  boolean flag(String name) {
    return read(name, false, "true or false", value -> value instanceof Boolean flag ? flag : null);
  }

  int count(String name, int least, int absent) {
    return read(
        name,
        absent,
        "a whole number from " + least + " on",
        value -> value instanceof Integer number && number >= least ? number : null);
  }

  /** Texts, or null if the field is missing. */
  @Nullable List<String> texts(String name) {
    return optional(name, "a list of texts", LetterRequest::listOfTexts);
  }

  private @Nullable Instant instant(String name) {
    return optional(name, "an instant such as 2030-01-31T12:00:00Z", LetterRequest::instantOf);
  }

  private <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String all = "one of " + Arrays.toString(type.getEnumConstants());
    return optional(name, all, value -> constantOf(type, value));
  }

  private <T> T read(String name, T absent, String what, Function<Object, @Nullable T> reader) {
    T value = optional(name, what, reader);
    return value == null ? absent : value;
  }

  private <T> @Nullable T optional(String name, String what, Function<Object, @Nullable T> reader) {
    Object value = fields.get(name);
    if (value == null) {
      return null;
    }
    T read = reader.apply(value);
    if (read == null) {
      String shown = HIDDEN.contains(name) ? "" : " = " + value;
      throw new IllegalArgumentException(name + shown + ": must be " + what);
    }
    return read;
  }

  private static @Nullable Double number(Object value) {
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }

  private static @Nullable List<String> listOfTexts(Object value) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      return null;
    }
    return list.stream().map(String.class::cast).toList();
  }

  private static @Nullable Instant instantOf(Object value) {
    try {
      return value instanceof String text ? Instant.parse(text) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static <E extends Enum<E>> @Nullable E constantOf(Class<E> type, Object value) {
    for (E constant : type.getEnumConstants()) {
      if (value instanceof String text
          && constant.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return constant;
      }
    }
    return null;
  }
}
