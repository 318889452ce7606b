package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.WhenOpen;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every method of a builder sets what its policy then has. */
class BuildersTest {
  @Test
  void aBreakersValuesArrive() {
    CircuitBreakerPolicy policy =
        CircuitBreakerPolicy.builder()
            .name("bank")
            .consecutiveFailures(7)
            .failureRate(30)
            .minimumCalls(5)
            .window("50 calls")
            .slowCall("2s")
            .slowCallRate(80)
            .openFor("10s")
            .maxOpenFor("1m")
            .halfOpenCalls(4)
            .on(IOException.class)
            .notOn(RuntimeException.class)
            .onTypes(FailureType.NETWORK)
            .build();

    assertThat(policy)
        .isEqualTo(
            new CircuitBreakerPolicy(
                "bank",
                policy.failures(),
                7,
                30,
                5,
                BreakerWindow.parse("50 calls"),
                Duration.ofSeconds(2),
                80,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                4));
    assertThat(policy.failures().on()).containsExactly("java.io.IOException");
    assertThat(policy.failures().notOn()).containsExactly("java.lang.RuntimeException");
    assertThat(policy.failures().onTypes()).containsExactly(FailureType.NETWORK);
  }

  @Test
  void aLettersValuesArrive() {
    DeadLetterPolicy policy =
        DeadLetterPolicy.builder()
            .queue("orders")
            .id("pay")
            .snapshot(true)
            .retention("7d")
            .whenOpen(WhenOpen.KEEP)
            .build();

    assertThat(policy)
        .isEqualTo(
            new DeadLetterPolicy(
                "orders", FailureRules.NONE, "pay", true, Duration.ofDays(7), WhenOpen.KEEP));
  }

  @Test
  void theLimitsValuesArrive() {
    assertThat(TimeoutPolicy.builder().value("3s").interrupt(false).build())
        .isEqualTo(new TimeoutPolicy(Duration.ofSeconds(3), false));
    assertThat(BulkheadPolicy.builder().value(9).maxWait("1s").build())
        .isEqualTo(new BulkheadPolicy(9, Duration.ofSeconds(1)));
    assertThat(RateLimitPolicy.builder().permits(5).per("1m").maxWait("2s").build())
        .isEqualTo(new RateLimitPolicy(5, Duration.ofMinutes(1), Duration.ofSeconds(2)));
    assertThat(FallbackPolicy.builder().value("cached").build().method()).isEqualTo("cached");
  }

  @Test
  void theSameNamesAreReadFromText() {
    assertThatThrownBy(() -> MethodPolicies.attributes("Retri"))
        .hasMessageContaining("no policy: Retri");
    assertThat(MethodPolicies.attributes("Timeout")).containsExactly("interrupt", "value");
  }
}
