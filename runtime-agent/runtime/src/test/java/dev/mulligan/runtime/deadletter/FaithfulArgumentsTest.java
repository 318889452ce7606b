package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into a letter comes out of it, through its JSON as a store has it. */
@SuppressWarnings("unused") // the methods only lend their parameter types
class FaithfulArgumentsTest {
  private final Json json = new Json();

  static Stream<Arguments> faithful() {
    Map<DayOfWeek, Integer> days = new EnumMap<>(Map.of(DayOfWeek.FRIDAY, 5));
    return Stream.of(
        Arguments.of("date", LocalDate.of(2030, 2, 28)),
        Arguments.of("time", LocalTime.of(1, 2, 3, 4)),
        Arguments.of("dateTime", LocalDateTime.of(2030, 1, 1, 0, 0, 0, 1)),
        Arguments.of("offset", OffsetDateTime.parse("2030-01-01T00:00:00+05:30")),
        Arguments.of("zoned", ZonedDateTime.of(2030, 7, 1, 1, 1, 1, 1, ZoneId.of("Europe/Berlin"))),
        Arguments.of("period", Period.of(1, 2, 3)),
        Arguments.of("year", Year.of(2030)),
        Arguments.of("month", YearMonth.of(2030, 1)),
        Arguments.of("monthDay", MonthDay.of(2, 29)),
        Arguments.of("zone", ZoneId.of("America/New_York")),
        Arguments.of("optional", Optional.of("x")),
        Arguments.of("optional", Optional.empty()),
        Arguments.of("optionalInt", OptionalInt.of(3)),
        Arguments.of("whole", new BigInteger("9".repeat(200))),
        Arguments.of("decimal", new BigDecimal("0.12345678901234567890123450")),
        Arguments.of("decimal", new BigDecimal("1E+999999999")),
        Arguments.of("number", 0.1 + 0.2),
        Arguments.of("number", Double.MIN_VALUE),
        Arguments.of("character", 'ß'),
        Arguments.of("colour", Colour.GREEN),
        Arguments.of("days", days),
        Arguments.of("byNumber", Map.of(7L, "x", -1L, "y")),
        Arguments.of("byDate", new TreeMap<>(Map.of(LocalDate.of(2030, 1, 1), List.of(1)))),
        Arguments.of("byText", oddKeys()),
        Arguments.of("pair", new Pair<>("a", List.of(Optional.of(1)))),
        Arguments.of("text", "half a pair \uD800, a whole \uD83D\uDE00, nul \u0000"),
        Arguments.of("locale", Locale.GERMANY),
        Arguments.of("currency", Currency.getInstance("EUR")),
        Arguments.of("renamed", new Renamed(7, "x")),
        Arguments.of("created", Created.of("ada")),
        Arguments.of("shape", new Circle(2)),
        Arguments.of("shapes", List.of(new Circle(2), new Square(3))),
        Arguments.of("animal", new Dog("rex")),
        Arguments.of("animals", List.of(new Dog("rex"), new Cat(9))));
  }

  @ParameterizedTest
  @MethodSource
  void faithful(String method, Object value) {
    assertThat(throughALetter(method, value)).isEqualTo(value);
  }

  @Test
  void arraysComeBack() {
    assertThat((int[][]) throughALetter("numbers", new int[][] {{1, 2}, {}}))
        .isDeepEqualTo(new int[][] {{1, 2}, {}});
    assertThat((byte[]) throughALetter("bytes", new byte[] {0, -1, 127}))
        .containsExactly(0, -1, 127);
    assertThat((String[]) throughALetter("texts", new String[] {"a", null}))
        .containsExactly("a", null);
    assertThat(((Blob) throughALetter("blob", new Blob("n", new byte[] {1}))).bytes())
        .containsExactly(1);
  }

  @Test
  void fieldsThatAClassIgnoresAreMissedAndNotDropped() {
    assertThat(written("ignoring", new Ignoring("a", "b")).note()).contains("more than its JSON");
    assertThat(written("ignoring", new Ignoring("a", null)).note()).isEmpty();
    assertThat(written("plainIgnoring", new PlainIgnoring()).note()).contains("more than its JSON");
  }

  @Test
  void typesWhoseDataNamesClassesAreRefused() {
    LetterArgument byClass = written("byClass", new ByClass());
    LetterArgument field = written("byField", new ByField());

    assertThat(byClass.json()).isNull();
    assertThat(byClass.note()).contains("data names classes");
    assertThat(field.json()).isNull();
    assertThat(field.note()).contains("data names classes");
  }

  private Object throughALetter(String method, Object value) {
    LetterArgument written = written(method, value);
    assertThat(written.note()).isEmpty();
    Letter letter = Letters.of("Shop#pay", "Shop", List.of(written));
    Letter stored = LetterJson.read(LetterJson.write(letter));
    return new ArgumentReader(json)
        .read(stored, List.of(new Parameter("value", type(method), false)))[0];
  }

  private LetterArgument written(String method, Object value) {
    Parameter parameter = new Parameter("value", type(method), false);
    return new ArgumentWriter(json)
        .capture(List.of(parameter), Arrays.asList(value))
        .forLetter("1", null)
        .get(0);
  }

  private static Type type(String name) {
    Method method =
        Arrays.stream(Signatures.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return method.getGenericParameterTypes()[0];
  }

  private static Map<String, Integer> oddKeys() {
    Map<String, Integer> keys = new LinkedHashMap<>();
    keys.put("", 1);
    keys.put("a.b", 2);
    keys.put("\"\\\n", 3);
    return keys;
  }

  interface Signatures {
    void date(LocalDate value);

    void time(LocalTime value);

    void dateTime(LocalDateTime value);

    void offset(OffsetDateTime value);

    void zoned(ZonedDateTime value);

    void period(Period value);

    void year(Year value);

    void month(YearMonth value);

    void monthDay(MonthDay value);

    void zone(ZoneId value);

    void optional(Optional<String> value);

    void optionalInt(OptionalInt value);

    void whole(BigInteger value);

    void decimal(BigDecimal value);

    void number(double value);

    void character(char value);

    void colour(Colour value);

    void days(Map<DayOfWeek, Integer> value);

    void byNumber(Map<Long, String> value);

    void byDate(Map<LocalDate, List<Integer>> value);

    void byText(Map<String, Integer> value);

    void pair(Pair<String, List<Optional<Integer>>> value);

    void text(String value);

    void locale(Locale value);

    void currency(Currency value);

    void renamed(Renamed value);

    void created(Created value);

    void shape(Shape value);

    void shapes(List<Shape> value);

    void animal(Animal value);

    void animals(List<Animal> value);

    void numbers(int[][] value);

    void bytes(byte[] value);

    void texts(String[] value);

    void blob(Blob value);

    void ignoring(Ignoring value);

    void plainIgnoring(PlainIgnoring value);

    void byClass(ByClass value);

    void byField(ByField value);
  }

  enum Colour {
    GREEN;

    @Override
    public String toString() {
      return "grün";
    }
  }

  record Pair<A, B>(A one, B other) {}

  record Blob(String name, byte[] bytes) {}

  record Renamed(@JsonProperty("amount_in_cents") int cents, String name) {}

  static final class Created {
    private final String name;

    private Created(String name) {
      this.name = name;
    }

    @JsonCreator
    static Created of(@JsonProperty("who") String name) {
      return new Created(name);
    }

    @JsonProperty("who")
    String name() {
      return name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Created created && created.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Dog.class, name = "dog"),
    @JsonSubTypes.Type(value = Cat.class, name = "cat")
  })
  interface Animal {}

  record Dog(String name) implements Animal {}

  record Cat(int lives) implements Animal {}

  static final class Ignoring {
    public String shown;
    @JsonIgnore public String ignored;

    Ignoring() {}

    Ignoring(String shown, String ignored) {
      this.shown = shown;
      this.ignored = ignored;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ignoring same
          && Objects.equals(shown, same.shown)
          && Objects.equals(ignored, same.ignored);
    }

    @Override
    public int hashCode() {
      return Objects.hash(shown, ignored);
    }
  }

  static final class PlainIgnoring {
    public String shown = "a";
    @JsonIgnore public String ignored = "b";
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  static class ByClass {
    public int number = 1;
  }

  static class ByField {
    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    public Object anything = Instant.EPOCH;
  }
}
