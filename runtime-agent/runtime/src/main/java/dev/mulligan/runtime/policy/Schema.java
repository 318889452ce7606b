package dev.mulligan.runtime.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one annotation: how each is read from text and handed to a builder. Annotation
 * values and configuration both arrive as text, so there is one reader for all of them.
 */
final class Schema<B> {
  private final String annotation;
  private final Supplier<B> newBuilder;
  private final Map<String, BiConsumer<B, String>> attributes = new TreeMap<>();

  private Schema(String annotation, Supplier<B> newBuilder) {
    this.annotation = annotation;
    this.newBuilder = newBuilder;
  }

  static <B> Schema<B> of(String annotation, Supplier<B> newBuilder) {
    return new Schema<>(annotation, newBuilder);
  }

  Schema<B> text(String name, BiConsumer<B, String> setter) {
    attributes.put(name, setter);
    return this;
  }

  Schema<B> integer(String name, BiConsumer<B, Integer> setter) {
    return parsed(name, "a whole number", Integer::valueOf, setter);
  }

  Schema<B> number(String name, BiConsumer<B, Double> setter) {
    return parsed(name, "a number", Double::valueOf, setter);
  }

  Schema<B> flag(String name, BiConsumer<B, Boolean> setter) {
    return parsed(name, "true or false", Schema::flag, setter);
  }

  /** A duration; an empty text stands for null. */
  Schema<B> duration(String name, BiConsumer<B, Duration> setter) {
    return text(name, (builder, text) -> setter.accept(builder, Durations.parse(text)));
  }

  <E extends Enum<E>> Schema<B> constant(String name, Class<E> type, BiConsumer<B, E> setter) {
    return text(name, (builder, text) -> setter.accept(builder, constant(type, text)));
  }

  /** Names separated by commas. */
  Schema<B> names(String name, BiConsumer<B, List<String>> setter) {
    return text(name, (builder, text) -> setter.accept(builder, split(text)));
  }

  <E extends Enum<E>> Schema<B> constants(String name, Class<E> type, BiConsumer<B, List<E>> set) {
    return text(
        name,
        (builder, text) ->
            set.accept(builder, split(text).stream().map(s -> constant(type, s)).toList()));
  }

  /** Reads one value of a builder; what is wrong with it is said with its place. */
  <T> T parse(String attribute, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(attribute, text, String.valueOf(e.getMessage()));
    }
  }

  Duration parseDuration(String attribute, String text) {
    return parse(attribute, text, Durations::parse);
  }

  /** Insists on an attribute that has no default. */
  <T> T required(String attribute, @Nullable T value) {
    if (value == null) {
      throw wrong(attribute, "", "must be given");
    }
    return value;
  }

  private PolicyException wrong(String attribute, String value, String message) {
    return new PolicyException(
        "policy", List.of(new Problem(annotation, attribute, value, message)));
  }

  /** The names of the attributes, sorted. */
  Set<String> attributeNames() {
    return Collections.unmodifiableSet(attributes.keySet());
  }

  B newBuilder() {
    return newBuilder.get();
  }

  /** Fills a builder; what cannot be read is added to the problems. */
  void read(Map<String, String> values, B builder, List<Problem> problems) {
    values.forEach(
        (name, value) -> {
          BiConsumer<B, String> setter = attributes.get(name);
          if (setter == null) {
            String nearest = Nearest.to(name, attributes.keySet());
            problems.add(
                new Problem(
                    annotation, name, value, "is not an attribute; did you mean " + nearest + "?"));
            return;
          }
          if (value.equals(MethodPolicies.UNKNOWN)) {
            return;
          }
          try {
            setter.accept(builder, value);
          } catch (PolicyException e) {
            problems.addAll(e.problems());
          } catch (IllegalArgumentException e) {
            problems.add(new Problem(annotation, name, value, String.valueOf(e.getMessage())));
          }
        });
  }

  private <T> Schema<B> parsed(
      String name, String what, Function<String, T> parser, BiConsumer<B, T> setter) {
    return text(
        name,
        (builder, text) -> {
          T value;
          try {
            value = parser.apply(text.strip());
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not " + what, e);
          }
          setter.accept(builder, value);
        });
  }

  private static Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.strip())) {
        return constant;
      }
    }
    throw new IllegalArgumentException("is none of " + List.of(type.getEnumConstants()));
  }

  private static List<String> split(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
  }
}
