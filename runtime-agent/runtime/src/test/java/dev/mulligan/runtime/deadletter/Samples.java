package dev.mulligan.runtime.deadletter;

import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parameters and classes of all sorts, most of them without {@code equals}. */
@SuppressWarnings("unused") // the methods only lend their parameter types
final class Samples {
  private Samples() {}

  interface Signatures {
    void objects(Object... value);

    void numbers(Number[] value);

    void rows(List<Object[]> value);

    void batch(Batch value);

    void holder(Holder value);

    void box(Box<?> value);

    void unseen(Unseen value);

    void child(Child value);

    void pattern(Pattern value);

    void sortedMap(SortedMap<String, Integer> value);

    void treeMap(TreeMap<String, Integer> value);

    void map(Map<String, Integer> value);

    void sortedSet(SortedSet<String> value);

    void set(Set<String> value);

    void hashSet(HashSet<String> value);

    void queue(Queue<String> value);

    void collection(Collection<String> value);

    void maybe(Optional<String> value);

    void maybeNumber(OptionalInt value);

    void maybes(Maybes value);

    void basket(Basket value);

    void plainSet(Bag value);

    void anyMap(Map<String, Object> value);

    void bean(Bean value);

    void beans(List<Bean> value);

    void beanSet(Set<Bean> value);

    void shape(Shape value);

    void busy(Busy value);

    void days(Set<DayOfWeek> value);

    void byDay(Map<DayOfWeek, Integer> value);

    void list(List<String> value);

    void deque(Deque<String> value);

    void priorities(PriorityQueue<String> value);

    void matrix(double[][] value);

    void bytes(byte[] value);

    void ids(List<UUID> value);

    void uri(URI value);

    void url(URL value);

    void instants(Map<String, Instant> value);

    void date(Date value);

    void bits(Bits value);

    void counter(AtomicLong value);

    void nested(Set<Set<Money>> value);

    void rowSet(Set<Row> value);

    void text(String value);

    void tree(JsonNode value);
  }

  record Batch(String name, Object[] rows) {}

  record Money(int cents) {}

  record Row(int number, int[] cells) {}

  record Bits(int count) {}

  record Maybes(@Nullable Optional<Money> one) {}

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  static final class Holder {
    public @Nullable Object payload;

    Holder() {}

    Holder(@Nullable Object payload) {
      this.payload = payload;
    }
  }

  static final class Box<T> {
    public @Nullable T content;

    Box() {}

    Box(T content) {
      this.content = content;
    }
  }

  static class Unseen {
    public @Nullable String shown;
    private int hidden;

    Unseen() {}

    Unseen(String shown, int hidden) {
      this.shown = shown;
      this.hidden = hidden;
    }
  }

  static final class Child extends Unseen {
    Child() {}

    Child(String shown, int hidden) {
      super(shown, hidden);
    }
  }

  static final class Bag {
    public Set<Unseen> values = new HashSet<>();

    Bag() {}

    Bag(Unseen value) {
      values.add(value);
    }
  }

  /** Without equals, as most such classes. */
  static final class Bean {
    private @Nullable String name;
    private @Nullable List<Integer> amounts;
    private @Nullable Map<String, String> labels;

    Bean() {}

    Bean(String name, @Nullable List<Integer> amounts, @Nullable Map<String, String> labels) {
      this.name = name;
      this.amounts = amounts;
      this.labels = labels;
    }

    public @Nullable String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public @Nullable List<Integer> getAmounts() {
      return amounts;
    }

    public void setAmounts(List<Integer> amounts) {
      this.amounts = amounts;
    }

    public @Nullable Map<String, String> getLabels() {
      return labels;
    }

    public void setLabels(Map<String, String> labels) {
      this.labels = labels;
    }
  }

  /** Has what many classes have beside their values. */
  static final class Busy {
    public static int made;

    public @Nullable String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Object monitor = new Object();
    private final Thread maker = new Thread();
    private final Runnable action = () -> made++;
    private final transient int number = ++made;
    private @Nullable String upper;

    Busy() {}

    Busy(String name) {
      this.name = name;
    }

    public String getUpper() {
      if (upper == null) {
        upper = name + "!";
      }
      return upper;
    }
  }

  static final class Basket extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    private @Nullable String owner;

    Basket() {}

    Basket(@Nullable String owner, List<String> elements) {
      super(elements);
      this.owner = owner;
    }
  }

  static final class OwnList extends AbstractList<String> {
    private final String[] elements;

    OwnList(String... elements) {
      this.elements = elements;
    }

    @Override
    public String get(int index) {
      return elements[index];
    }

    @Override
    public int size() {
      return elements.length;
    }
  }

  static final class OwnSet extends AbstractSet<String> {
    private final List<String> elements;

    OwnSet(String... elements) {
      this.elements = List.of(elements);
    }

    @Override
    public Iterator<String> iterator() {
      return elements.iterator();
    }

    @Override
    public int size() {
      return elements.size();
    }
  }
}
