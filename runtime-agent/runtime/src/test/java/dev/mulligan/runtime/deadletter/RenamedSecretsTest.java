package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonKey;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.method.Parameter;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;

/** What is a secret by its name in Java stays one, whatever JSON makes of that name. */
@SuppressWarnings("unused") // members are found by the writer of JSON
class RenamedSecretsTest {
  private static final String SECRET = "zq8Hunter7Xw";
  private static final KeyRing RING =
      KeyFile.parse("one:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

  private final Json json = new Json();

  static Stream<Object> leaks() {
    return Stream.of(
        new RenamedField(),
        new Renamed("ada", SECRET),
        new AsArray(),
        new AnnotatedGetter(),
        new NamedGetter(),
        new GetterOfAnotherName(),
        new RenamedPrivateField(),
        new ByStrategy(),
        new ByConstructor(SECRET),
        new InAnArray(new Plain()),
        new Anything(SECRET),
        new Maybe(Optional.of(SECRET)),
        new Lists(List.of(SECRET)),
        new Unwrapped(new Inner(SECRET)),
        new RenamedWithin(new Renamed("ada", SECRET)),
        new HarmlessSuffix(new Plain()),
        new Entries(),
        new SingleValue(SECRET),
        new Session(SECRET));
  }

  @ParameterizedTest
  @MethodSource
  void leaks(Object value) {
    assertThat(value).satisfies(this::isHidden);
  }

  @Test
  void theyAreHiddenWithinOthers() {
    assertHidden(List.of(new Renamed("ada", SECRET)), new Of<List<Renamed>>() {}.type());
    assertHidden(Map.of("a", new RenamedField()), new Of<Map<String, RenamedField>>() {}.type());
    assertHidden(Map.of(new ByKey(SECRET), 1), new Of<Map<ByKey, Integer>>() {}.type());
    assertHidden(Map.of(new SingleValue(SECRET), 1), new Of<Map<SingleValue, Integer>>() {}.type());
  }

  @Test
  void theyComeBackIfTheyAreEncrypted() {
    for (Object value :
        List.of(
            new Renamed("ada", SECRET),
            new Maybe(Optional.of(SECRET)),
            new Unwrapped(new Inner(SECRET)),
            new SingleValue(SECRET),
            new Session(SECRET))) {
      Parameter parameter = new Parameter("value", value.getClass(), false);
      List<LetterArgument> arguments =
          new ArgumentWriter(json, true)
              .capture(List.of(parameter), List.of(value))
              .forLetter(Letters.ID, RING);
      Letter letter = Letters.of("Shop#pay", "Shop", arguments);
      String stored = LetterJson.write(letter);

      assertThat(stored).doesNotContain(SECRET).contains("sealed");
      assertThat(
              new ArgumentReader(json, () -> RING)
                  .read(LetterJson.read(stored), List.of(parameter)))
          .containsExactly(value);
    }
  }

  @Test
  void whatCountsOrSwitchesIsShown() {
    assertShown(new Counting(4096, true, 3L), "{\"a\":4096,\"b\":true,\"c\":3}");
    assertShown(new Maybe(Optional.empty()), "{\"m\":null}");
    assertShown(new Renamed("ada", null), "{\"a\":\"ada\",\"b\":null}");
  }

  @Test
  void whatJsonCallsTheSameIsJudgedByWhatItIs() {
    assertShown(new Same(5), "{\"token\":5}");
    assertThat(written(new Same("x"), Same.class).note()).contains("{\"token\":\"[redacted]\"}");
  }

  @Test
  void theRestOfTheArgumentIsShown() {
    assertThat(written(new Renamed("ada", SECRET), Renamed.class).note())
        .isEqualTo("holds redacted values: {\"a\":\"ada\",\"b\":\"[redacted]\"}");
    assertThat(written(new AsArray(), AsArray.class).note())
        .isEqualTo("holds redacted values: [\"[redacted]\",\"ada\"]");
    assertThat(written(new Unwrapped(new Inner(SECRET)), Unwrapped.class).note())
        .isEqualTo("holds redacted values: {\"credentials\":\"[redacted]\"}");
    assertThat(written(new Entries(), Entries.class).note())
        .contains("\"owner\":\"ada\"")
        .contains("\"getSecrets\":\"[redacted]\"");
  }

  private void isHidden(Object value) {
    assertHidden(value, value.getClass());
  }

  private void assertHidden(Object value, Type type) {
    Captured captured =
        new ArgumentWriter(json)
            .capture(List.of(new Parameter("value", type, false)), List.of(value));
    LetterArgument argument = captured.forLetter("1", null).get(0);

    assertThat(argument.json()).isNull();
    assertThat(argument.note()).contains("[redacted]").doesNotContain(SECRET);
    assertThat(captured.secrets().texts()).contains(SECRET);
  }

  private void assertShown(Object value, String text) {
    LetterArgument argument = written(value, value.getClass());

    assertThat(argument.note()).isEmpty();
    assertThat(argument.json()).isEqualTo(text);
  }

  private LetterArgument written(Object value, Type type) {
    return new ArgumentWriter(json)
        .capture(List.of(new Parameter("value", type, false)), List.of(value))
        .forLetter("1", null)
        .get(0);
  }

  /** Lends a type with arguments. */
  abstract static class Of<T> {
    Type type() {
      return ((java.lang.reflect.ParameterizedType) getClass().getGenericSuperclass())
          .getActualTypeArguments()[0];
    }
  }

  static final class RenamedField {
    @JsonProperty("p")
    public String password = SECRET;
  }

  record Renamed(@JsonProperty("a") String user, @JsonProperty("b") String apiToken) {}

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  static final class AsArray {
    public String password = SECRET;
    public String user = "ada";
  }

  static final class AnnotatedGetter {
    @JsonProperty("a")
    public String getApiToken() {
      return SECRET;
    }
  }

  static final class NamedGetter {
    @JsonGetter("a")
    public String accessToken() {
      return SECRET;
    }
  }

  static final class GetterOfAnotherName {
    @JsonProperty("p")
    private String password = SECRET;

    @JsonProperty("p")
    public String getValue() {
      return password;
    }
  }

  static final class RenamedPrivateField {
    @JsonProperty("p")
    private String password = SECRET;

    public String getPassword() {
      return password;
    }
  }

  @JsonNaming(FirstLetter.class)
  static final class ByStrategy {
    public String apiToken = SECRET;
    public String user = "ada";
  }

  static final class FirstLetter extends PropertyNamingStrategy {
    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
      return name.substring(0, 1);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
      return name.substring(0, 1);
    }
  }

  static final class ByConstructor {
    private final String value;

    @JsonCreator
    ByConstructor(@JsonProperty("v") String apiToken) {
      this.value = apiToken;
    }

    public String getV() {
      return value;
    }
  }

  static final class Plain {
    public String password = SECRET;
    public String user = "ada";
  }

  record InAnArray(@JsonFormat(shape = JsonFormat.Shape.ARRAY) Plain plain) {}

  record Anything(@JsonProperty("x") Object token) {}

  record Maybe(@JsonProperty("m") Optional<String> password) {}

  record Lists(@JsonProperty("l") List<String> passwords) {}

  record Inner(String a) {}

  record Unwrapped(@JsonUnwrapped Inner credentials) {}

  record RenamedWithin(@JsonUnwrapped(prefix = "x-") Renamed inner) {}

  record HarmlessSuffix(@JsonUnwrapped(suffix = "Count") Plain inner) {}

  static final class Entries {
    public String owner = "ada";
    private final Map<String, String> secrets = new TreeMap<>(Map.of("a", SECRET));

    @JsonAnyGetter
    public Map<String, String> getSecrets() {
      return secrets;
    }

    @JsonAnySetter
    public void set(String name, String value) {
      secrets.put(name, value);
    }
  }

  record SingleValue(@JsonValue String password) {
    @JsonCreator
    SingleValue {}
  }

  record ByKey(@JsonKey String apiToken) {}

  record Session(@JsonProperty("s") Serializable session) {}

  record Counting(
      @JsonProperty("a") int tokens,
      @JsonProperty("b") boolean authorization,
      @JsonProperty("c") Long accessToken) {}

  record Same(Object token) {}
}
