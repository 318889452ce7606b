package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.time.VirtualTime;
import java.lang.invoke.MethodHandles;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A method that has its policies from a file goes by the name that they have there. */
class GivenNameTest {
  private static final String TYPE = "(Ljava/lang/String;)Ljava/lang/Object;";

  private final VirtualTime time = VirtualTime.install();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void realTimeAgain() {
    time.close();
    for (String key :
        List.of("retry.maxAttempts", "bulkhead.value", "circuitBreaker.failureRate")) {
      Mulligan.configure("mulligan.vendor." + key, null);
    }
  }

  private static Guard woven(String method, GuardText text) {
    return (Guard) Woven.guard(MethodHandles.lookup(), method, Guard.class, TYPE, text.text());
  }

  private Object fail(Guard guard, String host) {
    return guard.call(
        () -> {
          throw new SocketTimeoutException("call " + calls.incrementAndGet());
        },
        null,
        host);
  }

  @Test
  void eventsCountersAndOverridesGoByIt() {
    Mulligan.configure("mulligan.vendor.retry.maxAttempts", "4");
    Mulligan.configure("mulligan.vendor.bulkhead.value", "7");
    Guard guard =
        woven(
            "named",
            new GuardText()
                .isStatic()
                .name("vendor")
                .policy("Retry", Map.of())
                .policy("Bulkhead", Map.of("value", "2")));

    assertThatThrownBy(() -> fail(guard, "a")).hasMessage("call 4");

    assertThat(Mulligan.counters())
        .anySatisfy(
            counters -> {
              assertThat(counters.policy()).isEqualTo("vendor");
              assertThat(counters.method()).endsWith("#named");
              assertThat(counters.retries()).isEqualTo(3);
            });
  }

  @Test
  void itsBreakerIsSharedAndHasItsKeys() {
    GuardText text =
        new GuardText()
            .isStatic()
            .name("supplier")
            .policy("CircuitBreaker", Map.of("consecutiveFailures", "1"))
            .key(0, "");
    Guard first = woven("first", text);
    Guard second = woven("second", text);

    assertThatThrownBy(() -> fail(first, "a")).isInstanceOf(SocketTimeoutException.class);

    assertThat(Mulligan.breakers().list())
        .filteredOn(breaker -> breaker.name().equals("supplier"))
        .singleElement()
        .satisfies(
            breaker -> {
              assertThat(breaker.key()).isEqualTo("a");
              assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
            });
    assertThat(second.<String>call(() -> "b is well", null, "b")).isEqualTo("b is well");
    assertThatThrownBy(() -> fail(second, "a")).hasMessageContaining("supplier");
  }

  @Test
  void aNameOfItsOwnIsStronger() {
    Guard guard =
        woven(
            "stronger",
            new GuardText()
                .isStatic()
                .name("outer")
                .policy(
                    "CircuitBreaker", Map.of("name", "own-breaker", "consecutiveFailures", "1")));

    assertThatThrownBy(() -> fail(guard, "a")).isInstanceOf(SocketTimeoutException.class);

    assertThat(guard.plan().failures().name()).isEqualTo("outer");
    assertThat(Mulligan.breakers().list())
        .anySatisfy(breaker -> assertThat(breaker.name()).isEqualTo("own-breaker"));
  }

  @Test
  void aPolicyThatOnlyAFileKnowsIsNoTypo() {
    KnownKeys.addPolicy("parts", List.of("Retry", "NoSuchAnnotation"));
    Mulligan.configure("mulligan.parts.methods", "com.vendor.Client#send(*)");
    Mulligan.configure("mulligan.parts.retry.maxAttempts", "3");
    Mulligan.configure("mulligan.parts.methds", "com.vendor.Client#send(*)");
    try {
      assertThat(KnownKeys.problems())
          .filteredOn(problem -> problem.contains("parts"))
          .containsExactly(
              "Nothing is called mulligan.parts.methds; did you mean mulligan.parts.methods?");
    } finally {
      Mulligan.configure("mulligan.parts.methods", null);
      Mulligan.configure("mulligan.parts.retry.maxAttempts", null);
      Mulligan.configure("mulligan.parts.methds", null);
    }
  }
}
