package dev.mulligan.runtime.deadletter;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares an argument with what came back of it, by what they are made of: arrays, collections and
 * maps by their elements, objects of the application by their fields, values of the JDK by what
 * they say. Neither {@code equals} nor {@code toString} of the application is asked, since many
 * classes have none. One a comparison. Not thread-safe.
 */
final class Likeness {
  private static final String HERE = "";

  /** JSON has at most {@link Json#DEEPEST} levels, each of which may be some objects. */
  private static final int DEEPEST = 4 * Json.DEEPEST;

  /** More than any argument has; what an argument drags along may have more. */
  private static final int MOST = 1_000_000;

  private final Set<Pair> known = new HashSet<>();

  /** The known pairs in the order in which they were found. */
  private final List<Pair> trail = new ArrayList<>();

  private boolean sure = true;
  private int depth;
  private int steps;

  /** Whether everything could be looked at. If not, there may be a difference that is not seen. */
  boolean isSure() {
    return sure;
  }

  /**
   * Finds the first difference.
   *
   * @param one the original
   * @param other what came back
   * @return where it is, as fields and indexes; empty if the two are of different kinds; null if
   *     there is none
   */
  @Nullable String difference(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return null;
    }
    if (one == null || other == null) {
      return HERE;
    }
    if (depth == DEEPEST || steps == MOST) {
      sure = false;
      return null;
    }
    steps++;
    depth++;
    try {
      return compared(one, other);
    } finally {
      depth--;
    }
  }

  private @Nullable String compared(Object one, Object other) {
    if (one instanceof Collection<?> elements) {
      return other instanceof Collection<?> others ? once(elements, others, this::elements) : HERE;
    }
    if (one instanceof Map<?, ?> entries) {
      return other instanceof Map<?, ?> others ? once(entries, others, this::entries) : HERE;
    }
    if (one instanceof Optional<?> value) {
      return other instanceof Optional<?> same
          ? difference(value.orElse(null), same.orElse(null))
          : HERE;
    }
    Class<?> type = one.getClass();
    if (type.isArray()) {
      return type == other.getClass() ? once(one, other, this::arrays) : HERE;
    }
    if (Made.isOfJdk(type)) {
      return ofJdk(one, other);
    }
    boolean isSameKind = type == other.getClass() && !(one instanceof Enum);
    return isSameKind ? once(one, other, this::fields) : HERE;
  }

  private @Nullable String ofJdk(Object one, Object other) {
    if (one instanceof AtomicReference<?> value && other instanceof AtomicReference<?> same) {
      return difference(value.get(), same.get());
    }
    if (one instanceof Map.Entry<?, ?> entry && other instanceof Map.Entry<?, ?> same) {
      String key = difference(entry.getKey(), same.getKey());
      return key != null ? key : difference(entry.getValue(), same.getValue());
    }
    return Made.sameOfJdk(one, other) ? null : HERE;
  }

  /** A pair that is met again is alike, unless it turns out not to be where it was met first. */
  private <T> @Nullable String once(T one, T other, BiFunction<T, T, @Nullable String> comparison) {
    Pair pair = new Pair(one, other);
    if (!known.add(pair)) {
      return null;
    }
    trail.add(pair);
    return comparison.apply(one, other);
  }

  private @Nullable String arrays(Object one, Object other) {
    if (!(one instanceof Object[])) {
      return Objects.deepEquals(one, other) ? null : HERE;
    }
    int length = Array.getLength(one);
    if (length != Array.getLength(other)) {
      return HERE;
    }
    for (int i = 0; i < length; i++) {
      String where = difference(Array.get(one, i), Array.get(other, i));
      if (where != null) {
        return at(i) + where;
      }
    }
    return null;
  }

  private @Nullable String elements(Collection<?> one, Collection<?> other) {
    if (!Order.isKept(one, other)
        || difference(Order.comparator(one), Order.comparator(other)) != null) {
      return HERE;
    }
    String where =
        Order.isPromised(one)
            ? inOrder(one.iterator(), other.iterator(), this::difference)
            : inAnyOrder(one, other, element -> element, this::difference);
    return where != null ? where : ownFields(one, other);
  }

  private @Nullable String entries(Map<?, ?> one, Map<?, ?> other) {
    if (difference(Order.comparator(one), Order.comparator(other)) != null) {
      return HERE;
    }
    Set<? extends Map.Entry<?, ?>> entries = one.entrySet();
    Set<? extends Map.Entry<?, ?>> others = other.entrySet();
    String where =
        Order.isPromised(one)
            ? inOrder(entries.iterator(), others.iterator(), this::entry)
            : inAnyOrder(entries, others, Map.Entry::getKey, this::entry);
    return where != null ? where : ownFields(one, other);
  }

  private @Nullable String entry(Map.Entry<?, ?> one, Map.Entry<?, ?> other) {
    String key = difference(one.getKey(), other.getKey());
    return key != null ? key : difference(one.getValue(), other.getValue());
  }

  private static <T> @Nullable String inOrder(
      Iterator<? extends T> one,
      Iterator<? extends T> other,
      BiFunction<T, T, @Nullable String> comparison) {
    int i = 0;
    while (one.hasNext() && other.hasNext()) {
      String where = comparison.apply(one.next(), other.next());
      if (where != null) {
        return at(i) + where;
      }
      i++;
    }
    return one.hasNext() == other.hasNext() ? null : HERE;
  }

  private <T> @Nullable String inAnyOrder(
      Collection<? extends T> one,
      Collection<? extends T> other,
      Function<T, @Nullable Object> key,
      BiFunction<T, T, @Nullable String> comparison) {
    Map<Integer, List<T>> left = new HashMap<>();
    for (T element : other) {
      left.computeIfAbsent(Print.of(key.apply(element)), print -> new ArrayList<>(1)).add(element);
    }
    int i = 0;
    for (T element : one) {
      List<T> alike = left.getOrDefault(Print.of(key.apply(element)), List.of());
      if (!removeOne(alike, element, comparison)) {
        return at(i);
      }
      i++;
    }
    return left.values().stream().allMatch(List::isEmpty) ? null : HERE;
  }

  private <T> boolean removeOne(
      List<T> candidates, T element, BiFunction<T, T, @Nullable String> comparison) {
    for (int i = 0; i < candidates.size(); i++) {
      int before = trail.size();
      if (comparison.apply(element, candidates.get(i)) == null) {
        candidates.remove(i);
        return true;
      }
      // What was taken to be alike within these two may have been so because they were.
      List<Pair> found = trail.subList(before, trail.size());
      found.forEach(known::remove);
      found.clear();
    }
    return false;
  }

  /** What a class of the application adds to a collection of the JDK. */
  private @Nullable String ownFields(Object one, Object other) {
    boolean adds = one.getClass() == other.getClass() && Made.isFromConcrete(one.getClass());
    return adds ? fieldByField(Made.fields(one.getClass()), one, other) : null;
  }

  private @Nullable String fields(Object one, Object other) {
    List<Field> fields = Made.fields(one.getClass());
    sure &= !fields.isEmpty();
    String where = fieldByField(fields, one, other);
    // What a parent from the JDK holds, only its own method can tell.
    boolean differs = where == null && Made.hasValueOfJdk(one.getClass()) && !one.equals(other);
    return differs ? HERE : where;
  }

  private @Nullable String fieldByField(List<Field> fields, Object one, Object other) {
    for (Field field : fields) {
      String where;
      try {
        where = difference(field.get(one), field.get(other));
      } catch (IllegalAccessException e) {
        sure = false;
        continue;
      }
      if (where != null) {
        return "." + field.getName() + where;
      }
    }
    return null;
  }

  private static String at(int index) {
    return "[" + index + "]";
  }

  /** Two objects, and no others like them. */
  private record Pair(Object one, Object other) {
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Pair pair && pair.one == one && pair.other == other;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(one) + System.identityHashCode(other);
    }
  }
}
