package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPoliciesTest {
  @ParameterizedTest
  @ValueSource(classes = {Retry.class, CircuitBreaker.class, DeadLetter.class})
  void everyAttributeOfAnAnnotationIsKnown(Class<?> annotation) {
    Set<String> declared =
        Arrays.stream(annotation.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(MethodPolicies.attributes(annotation.getSimpleName())).isEqualTo(declared);
  }

  @ParameterizedTest
  @ValueSource(classes = {Retry.class, CircuitBreaker.class, DeadLetter.class})
  void theDefaultsOfTheBuilderAreThoseOfTheAnnotation(Class<?> annotation) {
    Map<String, String> defaults =
        Arrays.stream(annotation.getDeclaredMethods())
            .collect(Collectors.toMap(Method::getName, m -> text(m.getDefaultValue())));

    assertThat(read(annotation.getSimpleName(), defaults))
        .isEqualTo(read(annotation.getSimpleName(), Map.of()));
  }

  private static String text(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(Object::toString).collect(Collectors.joining(","));
    }
    return value instanceof Class<?> type ? type.getName() : value.toString();
  }

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
  void allProblemsAreReportedAtOnce() {
    assertThatThrownBy(() -> read("Retry", Map.of("maxAttempts", "0", "multiplier", "0")))
        .isInstanceOfSatisfying(PolicyException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  private static MethodPolicies read(String annotation, Map<String, String> values) {
    return MethodPolicies.read("com.acme.Pay#pay", Map.of(annotation, values));
  }
}
