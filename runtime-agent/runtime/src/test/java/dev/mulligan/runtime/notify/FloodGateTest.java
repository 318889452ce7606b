package dev.mulligan.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloodGateTest {
  private static final long WINDOW = Flood.WINDOW;

  private final FloodGate gate = new FloodGate();

  @Test
  void aPolicyAndKindHaveALimitOfTheirOwn() {
    Flood flood = gate.of("pay", EventKind.EXHAUSTED, 0);
    assertThat(gate.of("pay", EventKind.EXHAUSTED, 0)).isSameAs(flood);
    assertThat(gate.of("pay", EventKind.REFUSED, 0)).isNotSameAs(flood);
    assertThat(gate.of("book", EventKind.EXHAUSTED, 0)).isNotSameAs(flood);
  }

  @Test
  void whileAllAreBusyFurtherOnesShareALimit() {
    fill();
    Flood shared = gate.of("one more", EventKind.EXHAUSTED, 0);
    assertThat(gate.of("yet another", EventKind.EXHAUSTED, 0)).isSameAs(shared);
    assertThat(gate.size()).isEqualTo(FloodGate.MOST_PAIRS);
  }

  @Test
  void idleOnesMakeRoom() {
    fill();
    gate.of("one more", EventKind.EXHAUSTED, WINDOW);
    assertThat(gate.size()).isEqualTo(1);
  }

  private void fill() {
    for (int i = 0; i < FloodGate.MOST_PAIRS; i++) {
      assertThat(gate.of("policy" + i, EventKind.EXHAUSTED, 0).passes(0)).isTrue();
    }
  }
}
