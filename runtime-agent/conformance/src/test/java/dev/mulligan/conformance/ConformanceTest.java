package dev.mulligan.conformance;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives every test virtual time and closed breakers. */
abstract class ConformanceTest {
  VirtualTime time;

  @BeforeEach
  void startVirtualTime() {
    time = VirtualTime.install();
    Mulligan.breakers().list().forEach(Breaker::close);
  }

  @AfterEach
  void stopVirtualTime() {
    time.close();
    Thread.interrupted();
  }

  BreakerState stateOf(String breaker) {
    return Mulligan.breakers().list().stream()
        .filter(b -> b.name().equals(breaker))
        .findFirst()
        .orElseThrow()
        .state();
  }

  static List<Duration> millis(long... values) {
    return java.util.Arrays.stream(values).mapToObj(Duration::ofMillis).toList();
  }
}
