package dev.mulligan.runtime.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.time.VirtualTime;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyedTest {
  private final Set<Thing> idle = new HashSet<>();
  private final AtomicInteger asked = new AtomicInteger();
  private VirtualTime time;
  private Keyed<Thing> keyed;

  @BeforeEach
  void start() {
    time = VirtualTime.install();
    keyed =
        new Keyed<>(
            3,
            Thing::new,
            thing -> {
              asked.incrementAndGet();
              return idle.contains(thing);
            });
  }

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void valuesOfTheJdkAreComparedByEqualsAndOthersByTheirText() {
    assertThat(of(1)).isSameAs(of(1)).isNotSameAs(of(1L));
    assertThat(of(URI.create("a:b"))).isSameAs(of("a:b"));
  }

  @Test
  void arraysAreComparedByTheirElements() {
    assertThat(of(new byte[] {1, 2})).isSameAs(of(new byte[] {1, 2})).isNotSameAs(of(new byte[1]));
    assertThat(of(new int[][] {{1}, {2}})).isSameAs(of(new int[][] {{1}, {2}}));
  }

  @Test
  void numbersThatMayChangeAreComparedByTheirText() {
    AtomicInteger counter = new AtomicInteger(5);
    Thing five = of(counter);
    assertThat(of(new AtomicInteger(5))).isSameAs(five);

    counter.set(6);
    assertThat(of(counter)).isNotSameAs(five);
    assertThat(of(new BigDecimal("1.0"))).isSameAs(of(new BigDecimal("1.0")));
  }

  @Test
  void nullIsAKeyOfItsOwn() {
    assertThat(of(null)).isSameAs(of(null)).isNotSameAs(of("null"));
  }

  @Test
  void howAKeyIsShownIsAskedOnlyWhenAThingIsMade() {
    of("a");
    AtomicBoolean shown = new AtomicBoolean();
    keyed.of(
        "a",
        key -> {
          shown.set(true);
          return "a";
        });
    assertThat(shown).isFalse();
  }

  @Test
  void aboutOnceAMinuteIdleOnesMakeRoom() {
    idle.add(of("a"));
    of("b");
    time.advance(Duration.ofSeconds(59));
    assertThat(keyed.size()).isEqualTo(2);
    time.advance(Duration.ofSeconds(1));
    assertThat(keyed.size()).isEqualTo(1);
    assertThat(keyed.evicted()).isEqualTo(1);
    assertThat(keyed.get("a")).isNull();
  }

  @Test
  void whenItIsFullIdleOnesMakeRoomAtOnce() {
    idle.add(of("a"));
    of("b");
    of("c");
    time.advance(Duration.ofSeconds(1));
    assertThat(of("d")).isNotNull();
    assertThat(keyed.get("a")).isNull();
    assertThat(of("e")).as("none is idle").isNull();
    assertThat(keyed.size()).isEqualTo(3);
  }

  @Test
  void aFloodOfKeysLooksAtMostOnceASecond() {
    of("a");
    of("b");
    of("c");
    time.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 1000; i++) {
      assertThat(of(i)).isNull();
    }
    assertThat(asked).hasValue(3);
  }

  private Thing of(Object key) {
    return keyed.of(key, String::valueOf);
  }

  private static final class Thing {
    Thing(String key) {
      assertThat(key).isNotNull();
    }
  }
}
