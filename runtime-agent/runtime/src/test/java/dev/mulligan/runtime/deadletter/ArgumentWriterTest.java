package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Redact;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back as it was is kept; what would not is said, and never shown by its own text. */
@SuppressWarnings("unused") // the methods only lend their parameter types
class ArgumentWriterTest {
  private final Json json = new Json();
  private final ArgumentWriter writer = new ArgumentWriter(json);

  static Stream<Arguments> faithful() {
    return Stream.of(
        Arguments.of("number", 7L),
        Arguments.of("text", "größer \u2028 \"quoted\""),
        Arguments.of("decimal", new BigDecimal("1.10")),
        Arguments.of("uri", URI.create("http://example.org/a?b=c")),
        Arguments.of("instant", Instant.parse("2030-01-01T00:00:00.123456789Z")),
        Arguments.of("duration", Duration.ofNanos(1_234_567)),
        Arguments.of("uuid", new UUID(1, 2)),
        Arguments.of("bytes", new byte[] {1, -2, 3}),
        Arguments.of("order", new Order("a", List.of(1, 2), Map.of("k", 1.5))),
        Arguments.of("orders", List.of(new Order("a", List.of(), Map.of()))),
        Arguments.of("strings", Set.of("a", "b", "c", "d", "e", "f")),
        Arguments.of("text", null));
  }

  @ParameterizedTest
  @MethodSource
  void faithful(String method, Object value) {
    LetterArgument written = write(method, value);

    assertThat(written.note()).isEmpty();
    assertThat(json.read(written.json(), type(method))).isEqualTo(value);
  }

  static Stream<Arguments> unfaithful() {
    return Stream.of(
        Arguments.of("base", new Derived(), "is more than"),
        Arguments.of("bases", List.of(new Derived()), "is more than"),
        Arguments.of("hidden", new Hidden(42), "cannot be written"),
        Arguments.of("anything", new Order("a", List.of(), Map.of()), "as another type"),
        Arguments.of("comparable", "text", "cannot be written"),
        Arguments.of("task", (Runnable) () -> {}, "cannot be written"),
        Arguments.of("broken", new Broken(), "cannot be written"));
  }

  @ParameterizedTest
  @MethodSource
  void unfaithful(String method, Object value, String reason) {
    LetterArgument written = write(method, value);

    assertThat(written.json()).isNull();
    assertThat(written.note()).contains(reason).doesNotContain("4111");
  }

  @Test
  void redactedFieldsAndSecretNamesAreMarkedAndRemembered() {
    LetterArgument card = write("card", new Card("ada", "4111111111111111", "hunter22"));
    LetterArgument headers = write("headers", Map.of("Authorization", "Bearer abc", "Host", "h"));

    assertThat(card.json()).isNull();
    assertThat(card.note()).contains("ada").doesNotContain("4111").doesNotContain("hunter22");
    assertThat(headers.note()).contains("[redacted]").doesNotContain("abc");
    List<String> secrets = writer.capture(List.of(), List.of()).secrets().texts();
    assertThat(secrets).contains("4111111111111111", "hunter22", "Bearer abc");
  }

  @Test
  void messagesLoseSecretsBeforeTheyAreShortened() {
    String secret = "4111111111111111";
    String long_ = "x".repeat(3_995) + secret;

    String scrubbed = new Scrubber(List.of(secret)).scrub(long_);

    assertThat(scrubbed).doesNotContain("4111");
  }

  private LetterArgument write(String method, Object value) {
    Parameter parameter = new Parameter("value", type(method), false);
    return writer.capture(List.of(parameter), Arrays.asList(value)).forLetter("1", null).get(0);
  }

  private static Type type(String name) {
    Method method =
        Arrays.stream(Signatures.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return method.getGenericParameterTypes()[0];
  }

  interface Signatures {
    void number(long value);

    void text(String value);

    void decimal(BigDecimal value);

    void uri(URI value);

    void instant(Instant value);

    void duration(Duration value);

    void uuid(UUID value);

    void bytes(byte[] value);

    void order(Order value);

    void orders(List<Order> value);

    void strings(Set<String> value);

    void base(Base value);

    void bases(List<Base> value);

    void hidden(Hidden value);

    void anything(Object value);

    void comparable(Comparable<?> value);

    void task(Runnable value);

    void broken(Broken value);

    void card(Card value);

    void headers(Map<String, String> value);
  }

  record Order(String tenant, List<Integer> amounts, Map<String, Double> rates) {}

  record Card(String owner, @Redact String number, String password) {}

  static class Base {
    public int a = 1;
  }

  static final class Derived extends Base {
    public int b = 2;
  }

  static final class Hidden {
    private final int value;

    Hidden(int value) {
      this.value = value;
    }
  }

  static final class Broken {
    private final String number = "4111111111111111";

    public String getNumber() {
      if (number.length() > 3) {
        throw new IllegalStateException(number);
      }
      return number;
    }

    @Override
    public String toString() {
      return "4111111111111111";
    }
  }
}
