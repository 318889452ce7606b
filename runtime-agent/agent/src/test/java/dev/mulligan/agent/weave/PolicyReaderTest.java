package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  @ParameterizedTest
  @CsvSource({
    "again, INLINE",
    "answered, WITH_FALLBACK",
    "limited, ELSEWHERE",
    "quick, ELSEWHERE",
    "declared, ELSEWHERE",
    "generic, ELSEWHERE",
    "late, ELSEWHERE"
  })
  void aPolicyFromAnywhereChoosesTheShape(String name, Shape shape) {
    PolicyReader reader = Readers.of(Below.class);
    MethodInfo method = Readers.method(reader, name);

    MethodPolicyText policies = reader.policiesOf(method);

    assertThat(policies.kinds()).isNotEmpty();
    assertThat(Shape.of(method, policies.kinds())).isEqualTo(shape);
  }

  @Timeout("1s")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Quick {}

  interface Remote<T> {
    @Timeout("1s")
    void declared();

    @Quick
    void generic(T value);
  }

  abstract static class Above<T> implements Remote<T> {}

  @SuppressWarnings("unused")
  static class Below extends Above<String> {
    @Retry
    void again() {}

    @Fallback("again")
    void answered() {}

    @Timeout("1s")
    void limited() {}

    @Quick
    void quick() {}

    @Override
    public void declared() {}

    @Override
    public void generic(String value) {}

    @Retry
    CompletableFuture<String> late() {
      return new CompletableFuture<>();
    }
  }
}
