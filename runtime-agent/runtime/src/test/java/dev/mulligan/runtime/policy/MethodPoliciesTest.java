package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodPoliciesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Retry          | maxAttempts         | 0         | must be between 1 and 1000000
          Retry          | maxAttempts         | many      | is not a whole number
          Retry          | delay               | -5s       | is not a duration
          Retry          | delay               | 2m        | must not be below delay = 2m
          Retry          | multiplier          | 0.5       | must be between 1 and 1000
          Retry          | multiplier          | NaN       | must be between 1 and 1000
          Retry          | minDelay            | 2m        | must not be below minDelay = 2m
          Retry          | maxDuration         | 0ms       | must be above zero
          Retry          | budget              | 120%      | must be a percentage
          Retry          | budget              | 20        | must be a percentage
          Retry          | jitter              | SOME      | is none of [FULL, EQUAL, DECORRELATED, NONE]
          Retry          | maxAttemps          | 3         | did you mean maxAttempts?
          CircuitBreaker | failureRate         | 101       | must be above 0 and at most 100
          CircuitBreaker | failureRate         | 0         | must be above 0 and at most 100
          CircuitBreaker | minimumCalls        | 0         | must be between 1 and 1000000
          CircuitBreaker | window              | 10 calls  | must not be above the window of 10 calls
          CircuitBreaker | window              | 5 days    | nor a count such as 100 calls
          CircuitBreaker | window              | 1ms       | must not be below the shortest window = 10ms
          CircuitBreaker | openFor             | 0s        | must be above zero
          CircuitBreaker | maxOpenFor          | 10s       | must not be below openFor = 30s
          CircuitBreaker | halfOpenCalls       | 0         | must be between 1 and 10000
          CircuitBreaker | consecutiveFailures | -1        | must be between 0 and 1000000
          DeadLetter     | queue               | ' '       | must not be blank
          DeadLetter     | retention           | 0d        | must be above zero
          DeadLetter     | snapshot            | yes       | is not true or false
          Fallback       | value               | ' '       | must be the name of a method, such as recover
          Fallback       | value               | ''        | must be the name of a method, such as recover
          Fallback       | value               | 2nd       | must be the name of a method, such as recover
          Fallback       | value               | Other.run | must be the name of a method, such as recover
          Fallback       | value               | recover() | must be the name of a method, such as recover
          Fallback       | method              | recover   | did you mean value?
          Timeout        | value               | 0ms       | must be above zero
          Timeout        | value               | PT-1S     | must be above zero
          Timeout        | value               | soon      | is not a duration
          Timeout        | interrupt           | 1         | is not true or false
          Bulkhead       | value               | 0         | must be between 1 and 1000000
          Bulkhead       | value               | 1000001   | must be between 1 and 1000000
          Bulkhead       | value               | few       | is not a whole number
          Bulkhead       | maxWait             | never     | is not a duration
          RateLimit      | permits             | 0         | must be between 1 and 1000000
          RateLimit      | permits             | 1000001   | must be between 1 and 1000000
          RateLimit      | per                 | second    | is not a duration
          RateLimit      | maxWeight           | 1s        | did you mean maxWait?
          """)
  void whatIsImpossibleIsRefusedWithPlaceAndValue(
      String annotation, String attribute, String value, String message) {
    assertThatThrownBy(() -> read(annotation, Map.of(attribute, value)))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("com.acme.Pay#pay: @" + annotation + "(")
        .hasMessageContaining(message);
  }

  @Test
  void theValueIsShownAsItWasWritten() {
    assertThatThrownBy(() -> read("Retry", Map.of("maxDuration", "PT0S")))
        .hasMessage("com.acme.Pay#pay: @Retry(maxDuration = PT0S): must be above zero");
  }

  @Test
  void aDefaultThatIsInTheWayIsCalledOne() {
    assertThatThrownBy(() -> read("Retry", Map.of("delay", "90s")))
        .hasMessage(
            "com.acme.Pay#pay: @Retry(maxDelay = 1m): must not be below delay = 90s; 1m is the"
                + " default");
    assertThatThrownBy(() -> read("Retry", Map.of("delay", "90s", "maxDelay", "1m")))
        .hasMessageEndingWith("must not be below delay = 90s");
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThatThrownBy(() -> read("Retry", Map.of("maxAttempts", "0", "multiplier", "0")))
        .isInstanceOfSatisfying(PolicyException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource({"Fallback,value", "Timeout,value", "Bulkhead,value", "RateLimit,permits"})
  void whatHasNoDefaultMustBeGiven(String annotation, String attribute) {
    assertThatThrownBy(() -> read(annotation, Map.of()))
        .isInstanceOf(PolicyException.class)
        .hasMessage("com.acme.Pay#pay: @%s(%s): must be given", annotation, attribute);
  }

  @ParameterizedTest
  @CsvSource({"Fallback,value", "Timeout,value", "Bulkhead,value", "RateLimit,permits"})
  void whatOnlyConfigurationTellsIsNotMissing(String annotation, String attribute) {
    assertThat(read(annotation, Map.of(attribute, MethodPolicies.UNKNOWN)).isEmpty()).isTrue();
  }

  @Test
  void theOtherValuesOfAnUnknownPolicyAreReadAllTheSame() {
    assertThatThrownBy(
            () -> read("Timeout", Map.of("value", MethodPolicies.UNKNOWN, "interrupt", "perhaps")))
        .hasMessage("com.acme.Pay#pay: @Timeout(interrupt = perhaps): is not true or false");
  }

  @Test
  void rangesOfSeveralAttributesAreReportedAtOnce() {
    assertThatThrownBy(
            () -> read("RateLimit", Map.of("permits", "0", "per", "0s", "maxWait", "PT-1S")))
        .hasMessage(
            "com.acme.Pay#pay: @RateLimit(permits = 0): must be between 1 and 1000000; "
                + "com.acme.Pay#pay: @RateLimit(per = 0s): must be above zero; "
                + "com.acme.Pay#pay: @RateLimit(maxWait = PT-1S): must be zero or more");
  }

  @Test
  void everyPolicyOfAMethodIsRead() {
    MethodPolicies policies =
        MethodPolicies.read(
            "com.acme.Pay#pay",
            Map.of(
                "Fallback", Map.of("value", "later"),
                "DeadLetter", Map.of(),
                "Retry", Map.of(),
                "CircuitBreaker", Map.of(),
                "RateLimit", Map.of("permits", "7", "per", "1m", "maxWait", "2s"),
                "Timeout", Map.of("value", "3s", "interrupt", "false"),
                "Bulkhead", Map.of("value", "4", "maxWait", "5ms")));

    assertThat(policies)
        .isEqualTo(
            new MethodPolicies(
                RetryPolicy.builder().build(),
                CircuitBreakerPolicy.builder().build(),
                DeadLetterPolicy.builder().build(),
                new FallbackPolicy("later"),
                new TimeoutPolicy(Duration.ofSeconds(3), false),
                new BulkheadPolicy(4, Duration.ofMillis(5)),
                new RateLimitPolicy(7, Duration.ofMinutes(1), Duration.ofSeconds(2))));
    assertThat(policies.isEmpty()).isFalse();
  }

  @Test
  void theOrderIsThatOfTheContract() {
    assertThat(MethodPolicies.ORDER)
        .containsExactly(
            "Fallback", "DeadLetter", "Retry", "CircuitBreaker", "RateLimit", "Timeout", "Bulkhead")
        .containsExactlyInAnyOrderElementsOf(MethodPolicies.ANNOTATIONS);
  }

  @Test
  void whatIsNoPolicyIsRefused() {
    assertThatThrownBy(() -> read("Bulkheads", Map.of()))
        .hasMessage("@Bulkheads is no policy; did you mean @Bulkhead?");
    assertThatThrownBy(() -> MethodPolicies.attributes("Idempotent"))
        .hasMessage("no policy: Idempotent");
  }

  @Test
  void policiesWithoutProblemsAreReadBesideOthersThatHaveSome() {
    List<Problem> problems = new ArrayList<>();

    MethodPolicies policies =
        MethodPolicies.read(
            Map.of("Bulkhead", Map.of("value", "0"), "Timeout", Map.of("value", "1s")), problems);

    assertThat(problems).extracting(Problem::annotation).containsExactly("Bulkhead");
    assertThat(policies.bulkhead()).isNull();
    assertThat(policies.timeout()).isEqualTo(new TimeoutPolicy(Duration.ofSeconds(1), true));
  }

  private static MethodPolicies read(String annotation, Map<String, String> values) {
    return MethodPolicies.read("com.acme.Pay#pay", Map.of(annotation, values));
  }
}
