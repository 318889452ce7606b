package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What would be another argument in a replay is not kept; what would be the same is. */
class ChangedArgumentsTest {
  private final Json json = new Json();

  static Stream<Arguments> changed() {
    return Stream.of(
        Arguments.of("objects", new Object[] {"a", 5L}, "at [1]:"),
        Arguments.of("objects", new Object[] {LocalDate.of(2030, 1, 1)}, "at [0]:"),
        Arguments.of("objects", new String[] {"a"}, "shows:"),
        Arguments.of("numbers", new Number[] {5L}, "at [0]:"),
        Arguments.of("numbers", new Number[] {1, new BigDecimal("1.5")}, "at [1]:"),
        Arguments.of("numbers", new Number[] {1.5f}, "at [0]:"),
        Arguments.of("rows", List.of(new Object[] {1}, new Object[] {5L}), "at [1][0]:"),
        Arguments.of("batch", new Samples.Batch("a", new Object[] {1, 2L}), "at .rows[1]:"),
        Arguments.of("holder", new Samples.Holder(new Samples.Money(3)), "at .payload:"),
        Arguments.of("box", new Samples.Box<>(new Samples.Money(3)), "at .content:"),
        Arguments.of("box", new Samples.Box<>(List.of(5L)), "at .content[0]:"),
        Arguments.of("unseen", new Samples.Unseen("a", 3), "at .hidden:"),
        Arguments.of("child", new Samples.Child("a", 3), "at .hidden:"),
        Arguments.of("pattern", Pattern.compile("a", Pattern.CASE_INSENSITIVE), "shows:"),
        Arguments.of("sortedMap", sorted(Map.of("a", 1)), "shows:"),
        Arguments.of("treeMap", sorted(Map.of("a", 1)), "shows:"),
        Arguments.of("map", sorted(Map.of("a", 1)), "shows:"),
        Arguments.of("sortedSet", sorted(Set.of("a")), "shows:"),
        Arguments.of("set", sorted(Set.of("a")), "shows:"),
        Arguments.of("hashSet", backwards(), "at [0]:"),
        Arguments.of("queue", new PriorityQueue<>(List.of("b", "a")), "shows:"),
        Arguments.of("collection", Set.of("a"), "shows:"),
        Arguments.of("maybe", null, "null would come back as a value:"),
        Arguments.of("maybeNumber", null, "null would come back as a value:"),
        Arguments.of("maybes", new Samples.Maybes(null), "at .one:"),
        Arguments.of("basket", new Samples.Basket("ada", List.of("a")), "at .owner:"),
        Arguments.of("plainSet", new Samples.Bag(new Samples.Unseen("a", 3)), "at .values[0]:"),
        Arguments.of("anyMap", Map.of("k", Map.of("v", 1L)), "at [0]:"));
  }

  @ParameterizedTest
  @MethodSource
  void changed(String method, @Nullable Object value, String where) {
    LetterArgument written = written(method, value);

    assertThat(written.json()).isNull();
    assertThat(written.note()).contains(where);
  }

  static Stream<Arguments> same() throws MalformedURLException {
    return Stream.of(
        Arguments.of("objects", new Object[] {"a", 5, 1.5, true, null, List.of(1), Map.of()}),
        Arguments.of("numbers", new Number[] {5, 1.5, BigInteger.TEN.pow(30)}),
        Arguments.of("rows", List.of(new Object[] {1}, new Object[] {"a"})),
        Arguments.of("batch", new Samples.Batch("a", new Object[] {1, null})),
        Arguments.of("holder", new Samples.Holder(Map.of("a", List.of(1)))),
        Arguments.of("holder", new Samples.Holder(null)),
        Arguments.of("unseen", new Samples.Unseen("a", 0)),
        Arguments.of("bean", new Samples.Bean("a", List.of(1, 2), Map.of("k", "v"))),
        Arguments.of("beans", Arrays.asList(new Samples.Bean("a", null, null), null)),
        Arguments.of(
            "beanSet",
            Set.of(new Samples.Bean("a", null, null), new Samples.Bean("b", null, null))),
        Arguments.of("shape", new Samples.Circle(3)),
        Arguments.of("busy", new Samples.Busy("a")),
        Arguments.of("pattern", Pattern.compile("a+")),
        Arguments.of("sortedMap", new TreeMap<>(Map.of("a", 1, "b", 2))),
        Arguments.of("sortedMap", new TreeMap<>(Comparator.<String>naturalOrder())),
        Arguments.of("map", new TreeMap<>(Map.of("a", 1, "b", 2))),
        Arguments.of("map", new LinkedHashMap<>(Map.of("b", 1, "a", 2))),
        Arguments.of("map", new ConcurrentHashMap<>(Map.of("b", 1, "a", 2))),
        Arguments.of("map", Collections.unmodifiableMap(new HashMap<>(Map.of("b", 1)))),
        Arguments.of("set", backwards()),
        Arguments.of("set", new TreeSet<>(Set.of("a", "b"))),
        Arguments.of("set", Set.of("a", "b", "c", "d", "e")),
        Arguments.of("set", new HashSet<>(many())),
        Arguments.of("set", Map.of("a", 1, "b", 2).keySet()),
        Arguments.of("set", new Samples.OwnSet("a", "b")),
        Arguments.of("days", EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY)),
        Arguments.of("byDay", new EnumMap<>(Map.of(DayOfWeek.FRIDAY, 1, DayOfWeek.MONDAY, 2))),
        Arguments.of("list", List.copyOf(many())),
        Arguments.of("list", Arrays.asList("a", null)),
        Arguments.of("list", Collections.unmodifiableList(new ArrayList<>(many()))),
        Arguments.of("list", Collections.nCopies(3, "a")),
        Arguments.of("list", new Samples.OwnList("a", "b")),
        Arguments.of("collection", new ArrayDeque<>(many())),
        Arguments.of("collection", Map.of("k", "v").values()),
        Arguments.of("deque", new ArrayDeque<>(many())),
        Arguments.of("queue", new ArrayDeque<>(many())),
        Arguments.of("priorities", new PriorityQueue<>(List.of("b", "a", "c"))),
        Arguments.of("maybe", Optional.of("a")),
        Arguments.of("maybeNumber", OptionalInt.of(1)),
        Arguments.of("maybes", new Samples.Maybes(Optional.of(new Samples.Money(3)))),
        Arguments.of("basket", new Samples.Basket(null, List.of("a"))),
        Arguments.of("matrix", new double[][] {{1.5, Double.MIN_VALUE}, {}}),
        Arguments.of("bytes", "größer".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("ids", List.of(new UUID(1, 2))),
        Arguments.of("uri", URI.create("http://example.org/a?b=c")),
        Arguments.of("url", new URL("http://example.invalid/a")),
        Arguments.of("instants", Map.of("a", Instant.EPOCH)),
        Arguments.of("date", new Date(1_000_000_000_000L)),
        Arguments.of("bits", new Samples.Bits(BitSet.valueOf(new long[] {5}).cardinality())),
        Arguments.of("counter", new AtomicLong(5)),
        Arguments.of("nested", Set.of(Set.of(new Samples.Money(1)), Set.of(new Samples.Money(2)))),
        Arguments.of("rowSet", rows(40)),
        Arguments.of("text", null),
        Arguments.of("tree", new JsonMapper().readTree("{\"a\":[1,\"b\",null,1.5,{}]}")),
        Arguments.of("anyMap", Map.of("k", Map.of("v", 1), "l", List.of(1.5, "a", true))));
  }

  @ParameterizedTest
  @MethodSource
  void same(String method, @Nullable Object value) {
    assertThat(written(method, value).note()).isEmpty();
  }

  private LetterArgument written(String method, @Nullable Object value) {
    return new ArgumentWriter(json)
        .capture(List.of(new Parameter("value", type(method), false)), Arrays.asList(value))
        .forLetter("1", null)
        .get(0);
  }

  private static Type type(String name) {
    Method method =
        Arrays.stream(Samples.Signatures.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return method.getGenericParameterTypes()[0];
  }

  private static SortedMap<String, Integer> sorted(Map<String, Integer> entries) {
    SortedMap<String, Integer> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(entries);
    return sorted;
  }

  private static SortedSet<String> sorted(Set<String> elements) {
    SortedSet<String> sorted = new TreeSet<>(Comparator.reverseOrder());
    sorted.addAll(elements);
    return sorted;
  }

  /** No hash set has short texts in this order. */
  private static Set<String> backwards() {
    return new LinkedHashSet<>(List.of("c", "b", "a"));
  }

  private static List<String> many() {
    return IntStream.range(0, 100).mapToObj(i -> "element " + i).toList();
  }

  private static Set<Samples.Row> rows(int size) {
    Set<Samples.Row> rows = new HashSet<>();
    for (int i = 0; i < size; i++) {
      rows.add(new Samples.Row(i, new int[] {i}));
    }
    return rows;
  }
}
