package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.Retry;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every builder mirrors its annotation, one to one. */
class PolicyBuildersTest {
  static final List<String> POLICIES = MethodPolicies.ORDER;

  /** Values for what has no default. */
  private static final Map<String, Map<String, String>> REQUIRED =
      Map.of(
          "Fallback", Map.of("value", "recover"),
          "Timeout", Map.of("value", "1s"),
          "Bulkhead", Map.of("value", "5"),
          "RateLimit", Map.of("permits", "5"));

  @ParameterizedTest
  @FieldSource("POLICIES")
  void everyAttributeCanBeReadFromText(String policy) throws Exception {
    assertThat(MethodPolicies.attributes(policy)).isEqualTo(names(attributes(policy)));
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void everyAttributeHasABuilderMethodOfItsNameAndType(String policy) throws Exception {
    Class<?> builder = builder(policy);
    for (Method attribute : attributes(policy)) {
      Method setter = builder.getMethod(attribute.getName(), attribute.getReturnType());

      assertThat(setter.getReturnType()).isAssignableFrom(builder);
    }
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void noBuilderMethodLacksAnAttribute(String policy) throws Exception {
    Set<String> expected = names(attributes(policy));
    expected.add("build");

    assertThat(names(methods(builder(policy)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void everyDurationIsTakenAsTextToo(String policy) throws Exception {
    Class<?> builder = builder(policy);
    for (Method setter : methods(builder)) {
      if (Arrays.equals(setter.getParameterTypes(), new Class<?>[] {Duration.class})) {
        assertThat(builder.getMethod(setter.getName(), String.class)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void everyDurationOfAnAnnotationIsTakenAsADuration(String policy) throws Exception {
    Class<?> builder = builder(policy);
    for (Method attribute : attributes(policy)) {
      if (attribute.getReturnType() == String.class && takes("1s", policy, attribute.getName())) {
        assertThat(builder.getMethod(attribute.getName(), Duration.class)).isNotNull();
      }
    }
  }

  /** A duration is understood, and other text is not. */
  private static boolean takes(String duration, String policy, String attribute) {
    return problems(policy, attribute, duration).isEmpty()
        && !problems(policy, attribute, "no_duration").isEmpty();
  }

  private static List<Problem> problems(String policy, String attribute, String value) {
    Map<String, String> values = new HashMap<>(REQUIRED.getOrDefault(policy, Map.of()));
    values.put(attribute, value);
    if (attribute.equals("maxDelay")) {
      values.put("delay", value);
    }
    if (attribute.equals("maxOpenFor")) {
      values.put("openFor", value);
    }
    List<Problem> problems = new ArrayList<>();
    MethodPolicies.read(Map.of(policy, values), problems);
    return problems;
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void theDefaultsOfTheBuilderAreThoseOfTheAnnotation(String policy) throws Exception {
    Map<String, String> required = REQUIRED.getOrDefault(policy, Map.of());
    Map<String, String> written = new HashMap<>(required);
    for (Method attribute : attributes(policy)) {
      Object value = attribute.getDefaultValue();
      assertThat(value == null).isEqualTo(required.containsKey(attribute.getName()));
      if (value != null) {
        written.put(attribute.getName(), text(value));
      }
    }

    assertThat(read(policy, written)).isEqualTo(read(policy, required));
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void everyPolicyStandsOnMethodsAndTypesAtRunTime(String policy) throws Exception {
    Class<?> annotation = annotation(policy);

    assertThat(annotation.getAnnotation(Retention.class).value())
        .isEqualTo(RetentionPolicy.RUNTIME);
    assertThat(annotation.getAnnotation(Target.class).value())
        .containsExactlyInAnyOrder(ElementType.METHOD, ElementType.TYPE);
    assertThat(annotation.isAnnotationPresent(Documented.class)).isTrue();
  }

  @Test
  void idempotentStandsBesideThePoliciesAndIsNone() throws Exception {
    everyPolicyStandsOnMethodsAndTypesAtRunTime("Idempotent");
    assertThat(attributes("Idempotent")).isEmpty();
    assertThat(MethodPolicies.ANNOTATIONS).doesNotContain("Idempotent");
  }

  @Test
  void textAndDurationMeanTheSame() {
    assertThat(RetryPolicy.builder().delay("1s").maxDelay("PT2S").minDelay("3ms").maxDuration("4m"))
        .extracting(RetryPolicyBuilder::build)
        .isEqualTo(
            RetryPolicy.builder()
                .delay(Duration.ofSeconds(1))
                .maxDelay(Duration.ofSeconds(2))
                .minDelay(Duration.ofMillis(3))
                .maxDuration(Duration.ofMinutes(4))
                .build());
    assertThat(CircuitBreakerPolicy.builder().window("1m").slowCall("2s").maxOpenFor("1h").build())
        .isEqualTo(
            CircuitBreakerPolicy.builder()
                .window(Duration.ofMinutes(1))
                .slowCall(Duration.ofSeconds(2))
                .maxOpenFor(Duration.ofHours(1))
                .build());
    assertThat(TimeoutPolicy.builder().value("5s").build())
        .isEqualTo(TimeoutPolicy.builder().value(Duration.ofSeconds(5)).build());
    assertThat(RateLimitPolicy.builder().permits(2).per("1m").maxWait("1s").build())
        .isEqualTo(new RateLimitPolicy(2, Duration.ofMinutes(1), Duration.ofSeconds(1)));
    assertThat(BulkheadPolicy.builder().value(2).maxWait("1s").build())
        .isEqualTo(new BulkheadPolicy(2, Duration.ofSeconds(1)));
  }

  @Test
  void textThatIsNoDurationIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> RetryPolicy.builder().delay("200 miles"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "policy: @Retry(delay = 200 miles): is not a duration such as 200ms, 1s, 5m, 30d or"
                + " PT0.2S");
    assertThatThrownBy(() -> CircuitBreakerPolicy.builder().window("some"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("policy: @CircuitBreaker(window = some): is not a duration");
    assertThatThrownBy(() -> RetryPolicy.builder().budget("20"))
        .hasMessageStartingWith("policy: @Retry(budget = 20): must be a percentage");
  }

  @Test
  void theMessageIsTheSameWhereTheTextIsReadFromAnAnnotation() {
    assertThatThrownBy(() -> read(Retry.class.getSimpleName(), Map.of("budget", "20")))
        .hasMessage(
            "com.acme.Pay#pay: @Retry(budget = 20): must be a percentage above 0% and at most 100%");
  }

  @ParameterizedTest
  @CsvSource({"Fallback,value", "Timeout,value", "Bulkhead,value", "RateLimit,permits"})
  void nothingIsBuiltWithoutWhatHasNoDefault(String policy, String attribute) throws Exception {
    Method factory = Class.forName(policyName(policy)).getMethod("builder");
    Object builder = factory.invoke(null);
    Method build = builder.getClass().getMethod("build");

    assertThatThrownBy(() -> build.invoke(builder))
        .hasRootCauseInstanceOf(PolicyException.class)
        .hasRootCauseMessage("policy: @" + policy + "(" + attribute + "): must be given");
  }

  private static String text(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(Object::toString).collect(Collectors.joining(","));
    }
    return value instanceof Class<?> type ? type.getName() : value.toString();
  }

  private static MethodPolicies read(String policy, Map<String, String> values) {
    return MethodPolicies.read("com.acme.Pay#pay", Map.of(policy, values));
  }

  private static Class<?> annotation(String policy) throws ClassNotFoundException {
    return Class.forName(Retry.class.getPackageName() + "." + policy);
  }

  private static List<Method> attributes(String policy) throws ClassNotFoundException {
    return List.of(annotation(policy).getDeclaredMethods());
  }

  private static Class<?> builder(String policy) throws ClassNotFoundException {
    return Class.forName(policyName(policy) + "Builder");
  }

  private static String policyName(String policy) {
    return RetryPolicy.class.getPackageName() + "." + policy + "Policy";
  }

  /** The public methods of a builder, inherited ones included, without those of every object. */
  private static List<Method> methods(Class<?> builder) {
    return Stream.of(builder.getMethods())
        .filter(m -> m.getDeclaringClass() != Object.class)
        .filter(m -> !m.isSynthetic() && !Modifier.isStatic(m.getModifiers()))
        .toList();
  }

  private static Set<String> names(List<Method> methods) {
    return methods.stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
  }
}
