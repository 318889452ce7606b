package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.policy.RetryPolicyBuilder;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that the predicate accepts is a failed attempt, whatever exceptions a policy names. */
class UnwantedResultTest {
  private final VirtualTime time = VirtualTime.install();
  private final AtomicInteger calls = new AtomicInteger();

  /** Finds nothing good enough but the third value. */
  static final class BelowThree implements Predicate<Integer> {
    @Override
    public boolean test(Integer value) {
      return value < 3;
    }
  }

  @AfterEach
  void realTimeAgain() {
    time.close();
  }

  static Stream<Consumer<RetryPolicyBuilder>> rulesAboutExceptions() {
    return Stream.of(
        r -> {},
        r -> r.on(IOException.class),
        r -> r.onTypes(FailureType.NETWORK),
        r -> r.notOn(RuntimeException.class));
  }

  @ParameterizedTest
  @MethodSource("rulesAboutExceptions")
  void rulesAboutExceptionsDoNotSpeakOfIt(Consumer<RetryPolicyBuilder> rules) throws Exception {
    CodeGuard guard = guard(rules);

    assertThat(guard.call(calls::incrementAndGet)).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("rulesAboutExceptions")
  void neitherInAStage(Consumer<RetryPolicyBuilder> rules) {
    CodeGuard guard = guard(rules);

    CompletableFuture<Integer> later =
        guard.callAsync(() -> CompletableFuture.completedFuture(calls.incrementAndGet()));

    assertThat(later.join()).isEqualTo(3);
  }

  private static CodeGuard guard(Consumer<RetryPolicyBuilder> rules) {
    return Mulligan.retry(r -> rules.accept(r.onResult(BelowThree.class))).build();
  }
}
