package dev.mulligan.runtime.deadletter;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What collections promise about the order of their elements. */
final class Order {
  /** Since Java 21: whatever has a first and a last element. */
  private static final List<Class<?>> SEQUENCED = sequenced();

  private Order() {}

  private static List<Class<?>> sequenced() {
    try {
      return List.of(
          Class.forName("java.util.SequencedCollection"), Class.forName("java.util.SequencedMap"));
    } catch (ClassNotFoundException older) {
      return List.of();
    }
  }

  /** Whether a collection hands out its elements in an order that means something. */
  static boolean isPromised(Collection<?> elements) {
    boolean hasOrder =
        elements instanceof LinkedHashSet
            || elements instanceof SortedSet
            || SEQUENCED.stream().anyMatch(type -> type.isInstance(elements));
    // The queues by priority show their elements in no order.
    return hasOrder || !(elements instanceof Set || isByPriority(elements));
  }

  static boolean isPromised(Map<?, ?> entries) {
    return entries instanceof LinkedHashMap
        || entries instanceof SortedMap
        || SEQUENCED.stream().anyMatch(type -> type.isInstance(entries));
  }

  /** Whether a collection hands out its elements as the other one does. */
  static boolean isKept(Collection<?> one, Collection<?> other) {
    return one instanceof Set == other instanceof Set
        && isByPriority(one) == isByPriority(other)
        && (other instanceof List || !(one instanceof List));
  }

  private static boolean isByPriority(Collection<?> elements) {
    return elements instanceof PriorityQueue || elements instanceof PriorityBlockingQueue;
  }

  /** What a collection sorts by; null if it does not, or by the natural order. */
  static @Nullable Comparator<?> comparator(Collection<?> elements) {
    if (elements instanceof SortedSet<?> sorted) {
      return unlessNatural(sorted.comparator());
    }
    if (elements instanceof PriorityQueue<?> queue) {
      return unlessNatural(queue.comparator());
    }
    return elements instanceof PriorityBlockingQueue<?> queue
        ? unlessNatural(queue.comparator())
        : null;
  }

  static @Nullable Comparator<?> comparator(Map<?, ?> entries) {
    return entries instanceof SortedMap<?, ?> sorted ? unlessNatural(sorted.comparator()) : null;
  }

  private static @Nullable Comparator<?> unlessNatural(@Nullable Comparator<?> comparator) {
    return comparator == Comparator.naturalOrder() ? null : comparator;
  }
}
