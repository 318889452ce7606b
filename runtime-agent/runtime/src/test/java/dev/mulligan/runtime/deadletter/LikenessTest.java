package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two of a kind, told apart by what they are made of. */
@SuppressWarnings("unused") // fields are read by reflection
class LikenessTest {
  @Test
  void cyclesAreWalkedOnce() {
    assertThat(difference(ring(3, "a"), ring(3, "a"))).isNull();
    assertThat(difference(ring(3, "a"), ring(3, "b"))).isEqualTo(".next.next.next.name");
    // A ring of two repeats itself as one of four does.
    assertThat(difference(ring(2, null), ring(4, null))).isNull();
  }

  @Test
  void whatIsSharedIsComparedOnce() {
    assertThat(difference(tower(200), tower(200))).isNull();
  }

  @Test
  void whatIsTooDeepIsNotClaimedToBeKnown() {
    Likeness likeness = new Likeness();

    assertThat(likeness.difference(chain(100_000), chain(100_000))).isNull();
    assertThat(likeness.isSure()).isFalse();
  }

  @Test
  void classesWithoutFieldsAreNotClaimedToBeKnown() {
    Likeness likeness = new Likeness();

    assertThat(likeness.difference(new Nothing(), new Nothing())).isNull();
    assertThat(likeness.isSure()).isFalse();
  }

  @Test
  void methodsOfTheApplicationAreNotAsked() {
    Likeness likeness = new Likeness();

    assertThat(likeness.difference(new Loud(1), new Loud(1))).isNull();
    assertThat(likeness.difference(new Loud(1), new Loud(2))).isEqualTo(".number");
    assertThat(likeness.isSure()).isTrue();
  }

  @Test
  void whatAParentFromTheJdkHoldsIsComparedByItsOwnMethod() {
    assertThat(difference(new Day(1, "a"), new Day(1, "a"))).isNull();
    assertThat(difference(new Day(1, "a"), new Day(1, "b"))).isEqualTo(".note");
    assertThat(difference(new Day(1, "a"), new Day(2, "a"))).isEmpty();
  }

  @Test
  void valuesOfTheJdkWithoutEqualsAreComparedByWhatTheySay() {
    assertThat(difference(new StringBuilder("a"), new StringBuilder("a"))).isNull();
    assertThat(difference(new StringBuilder("a"), new StringBuilder("b"))).isEmpty();
    assertThat(difference(new AtomicLong(1), new AtomicLong(1))).isNull();
    assertThat(difference(new AtomicLong(1), new AtomicLong(2))).isEmpty();
    assertThat(difference(new AtomicReference<>(new Plain(1)), new AtomicReference<>(new Plain(2))))
        .isEqualTo(".number");
    assertThat(difference(Map.entry("a", new Plain(1)), Map.entry("a", new Plain(1)))).isNull();
    assertThat(difference(new ReentrantLock(), new ReentrantLock())).isNull();
    assertThat(difference(1, 1L)).isEmpty();
  }

  @Test
  void elementsOfASetFindTheirLike() {
    Set<Plain> one = new HashSet<>();
    Set<Plain> other = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      one.add(new Plain(i));
      other.add(new Plain(999 - i));
    }
    assertThat(difference(one, other)).isNull();

    other.add(new Plain(1_000));
    assertThat(difference(one, other)).isEmpty();
    one.add(new Plain(0));
    assertThat(difference(one, other)).startsWith("[");
  }

  @Test
  void aCandidateThatFailsLeavesNothingBehind() {
    List<Object> inner = List.of(new Plain(1));
    Set<Object> one = unordered(List.of(List.of(inner, "x")), List.of(List.of(inner, "y")));
    // The first is tried in vain for "x", and must not be taken for "y" because of that.
    Set<Object> other =
        unordered(
            List.of(List.of(List.of(new Plain(2)), "y")),
            List.of(List.of(List.of(new Plain(1)), "x")));

    assertThat(difference(one, other)).isEqualTo("[1]");
  }

  @Test
  void mapsWithoutAnOrderAreLookedUpByTheirKeys() {
    Map<Object, Object> one = new HashMap<>(Map.of("a", new Plain(1), "b", new Plain(2)));
    Map<Object, Object> other = new HashMap<>(64);
    other.put("b", new Plain(2));
    other.put("a", new Plain(1));
    assertThat(difference(one, other)).isNull();

    other.put("a", new Plain(3));
    assertThat(difference(one, other)).isEqualTo("[0]");
    other.remove("a");
    assertThat(difference(one, other)).isEqualTo("[0]");
  }

  @Test
  void anEndlessCollectionIsLeftWhereTheOtherEnds() {
    List<String> list =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            return "a";
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };

    assertThat(difference(list, List.of("a", "a"))).isEmpty();
  }

  /** Promises no order, and has one that this test knows. */
  private static Set<Object> unordered(Object... elements) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(elements)));
  }

  private static @Nullable String difference(Object one, Object other) {
    return new Likeness().difference(one, other);
  }

  /** A ring of so many, the last of which has the name. */
  private static Node ring(int size, @Nullable String name) {
    Node first = new Node();
    Node last = first;
    for (int i = 1; i < size; i++) {
      last.next = new Node();
      last = last.next;
    }
    last.next = new Node();
    last.next.name = name;
    last.next.next = first;
    return first;
  }

  private static Node chain(int size) {
    Node top = new Node();
    for (int i = 0; i < size; i++) {
      Node above = new Node();
      above.next = top;
      top = above;
    }
    return top;
  }

  /** Each level holds the one below twice: as a tree it would have 2^levels nodes. */
  private static List<Object> tower(int levels) {
    List<Object> top = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      top = new ArrayList<>(List.of(top, top));
    }
    return top;
  }

  static final class Node {
    private @Nullable Node next;
    private @Nullable String name;
  }

  static final class Plain {
    private final int number;

    Plain(int number) {
      this.number = number;
    }
  }

  static final class Nothing {}

  @SuppressWarnings("serial")
  static final class Day extends Date {
    private final String note;

    Day(long millis, String note) {
      super(millis);
      this.note = note;
    }
  }

  static final class Loud {
    private final int number;

    Loud(int number) {
      this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      throw new AssertionError("asked");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("asked");
    }

    @Override
    public String toString() {
      throw new AssertionError("asked");
    }
  }
}
