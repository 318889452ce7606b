package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A method whose signature names a class that is not there runs as well as it did unwoven. */
class AbsentTypesTest {
  private static final String RETRY = "@Retry(delay = \"0ms\")";

  private static final String CALL =
      """
      package kinds;
      import dev.mulligan.annotations.*;
      import java.io.IOException;
      class Caller {
        static Object run() throws IOException {
          Object given = Taker.take("fine", null, null);
          return (given == null ? "nothing" : given) + " after " + Taker.calls;
        }
      }
      class Taker {
        static int calls;
        POLICY
        static RESULT take(String name, Absent absent, Absent[] more) throws IOException {
          if (++calls < FAILURES) {
            throw new IOException("call " + calls);
          }
          return GIVEN;
        }
      }
      class Absent {}
      """;

  static Stream<Arguments> releasesAndPolicies() {
    return Stream.of(8, 17)
        .flatMap(
            release ->
                Stream.of(
                        RETRY,
                        RETRY + " @CircuitBreaker @DeadLetter(snapshot = true)",
                        RETRY + " @RateLimit(permits = 99) @Bulkhead(9)")
                    .map(policy -> Arguments.of(release, policy)));
  }

  @ParameterizedTest
  @MethodSource("releasesAndPolicies")
  void aParameterOfAnAbsentClassMayBeNull(int release, String policy) throws Throwable {
    assertThat(result(release, policy, "String", "name", 3)).isEqualTo("fine after 3");
  }

  @ParameterizedTest
  @MethodSource("releasesAndPolicies")
  void soMayAResult(int release, String policy) throws Throwable {
    assertThat(result(release, policy, "Absent", "null", 3)).isEqualTo("nothing after 3");
  }

  static Stream<Arguments> elsewhere() {
    return Stream.of(8, 17)
        .flatMap(
            release ->
                Stream.of(
                    Arguments.of(release, RETRY + " @Timeout(\"60s\")", "String", "name"),
                    Arguments.of(
                        release, RETRY, "java.util.concurrent.CompletionStage<String>", "null")));
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void whereTheBodyCannotBeCalledFromElsewhereItRunsInItsPlace(
      int release, String policy, String result, String given) throws Throwable {
    assertThat(result(release, policy, result, given, 0)).asString().endsWith("after 1");
  }

  private static Object result(
      int release, String policy, String result, String given, int failures) throws Throwable {
    String source =
        CALL.replace("POLICY", policy)
            .replace("RESULT", result)
            .replace("GIVEN", given)
            .replace("FAILURES", "" + failures);
    WovenSource woven = WovenSource.of(release, "kinds.Caller", source).without("kinds.Absent");
    assertThat(woven.isWoven("kinds.Taker")).isTrue();
    return woven.run("kinds.Caller", "run");
  }
}
