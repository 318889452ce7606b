package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {
  private static final Map<String, String> TWO_SECONDS = Map.of("maxDuration", "PT2S");

  @Test
  void anAttemptMayNotTakeLongerThanTheWholeCall() {
    assertThatThrownBy(() -> read(TWO_SECONDS, "Timeout", Map.of("value", "2001ms")))
        .hasMessage(
            "com.acme.Pay#pay: @Timeout(value = 2001ms): an attempt may take longer than the whole"
                + " call: must not be above maxDuration = 2s of @Retry");
  }

  @Test
  void aCallMayNotWaitInTheBulkheadForLongerThanItMayTake() {
    assertThatThrownBy(() -> read(TWO_SECONDS, "Bulkhead", Map.of("value", "1", "maxWait", "PT3S")))
        .hasMessage(
            "com.acme.Pay#pay: @Bulkhead(maxWait = PT3S): an attempt may wait longer than the whole"
                + " call: must not be above maxDuration = 2s of @Retry");
  }

  @Test
  void aCallMayNotWaitForTheRateLimitForLongerThanItMayTake() {
    assertThatThrownBy(
            () -> read(TWO_SECONDS, "RateLimit", Map.of("permits", "1", "maxWait", "3s")))
        .hasMessage(
            "com.acme.Pay#pay: @RateLimit(maxWait = 3s): an attempt may wait longer than the whole"
                + " call: must not be above maxDuration = 2s of @Retry");
  }

  @Test
  void theDefaultOfTheWholeCallCountsToo() {
    // The default of maxDuration is 5 minutes.
    assertThat(read(Map.of(), "Timeout", Map.of("value", "5m")).timeout()).isNotNull();
    assertThatThrownBy(() -> read(Map.of(), "Timeout", Map.of("value", "6m")))
        .hasMessageEndingWith("must not be above maxDuration = 5m of @Retry");
  }

  @ParameterizedTest
  @CsvSource({
    "Timeout,value,2s,value",
    "Bulkhead,maxWait,2s,value",
    "RateLimit,maxWait,2s,permits"
  })
  void whatTakesAsLongAsTheWholeCallFits(
      String annotation, String attribute, String value, String required) {
    Map<String, String> values =
        attribute.equals(required)
            ? Map.of(attribute, value)
            : Map.of(attribute, value, required, "1");

    assertThat(read(TWO_SECONDS, annotation, values).contradictions()).isEmpty();
  }

  @Test
  void withoutRetryNothingLimitsTheWholeCall() {
    assertThat(
            MethodPolicies.read("com.acme.Pay#pay", Map.of("Timeout", Map.of("value", "1h")))
                .contradictions())
        .isEmpty();
  }

  @Test
  void aLimitThatOnlyConfigurationTellsContradictsNothing() {
    Map<String, String> unknown = Map.of("maxDuration", MethodPolicies.UNKNOWN);

    assertThat(read(unknown, "Timeout", Map.of("value", "1h")).timeout()).isNotNull();
  }

  private static MethodPolicies read(
      Map<String, String> retry, String annotation, Map<String, String> values) {
    return MethodPolicies.read("com.acme.Pay#pay", Map.of("Retry", retry, annotation, values));
  }
}
