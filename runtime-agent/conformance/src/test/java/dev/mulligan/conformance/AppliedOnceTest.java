package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a method is reached, its policies are applied, and once. */
class AppliedOnceTest extends ConformanceTest {
  private final Script script = Script.alwaysFailing(call -> new IOException());

  static Stream<Remote> remotes() {
    return Stream.of(Engine.guarded(RemoteSubject.class), new ResilientRemote(new RemoteSubject()));
  }

  @ParameterizedTest
  @MethodSource("remotes")
  void aBlockingMethod(Remote remote) {
    assertThatThrownBy(() -> remote.plain(script)).isSameAs(script.thrown(3));
    assertThat(script.calls()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("remotes")
  void aMethodWhoseBodyRunsOnAnotherThread(Remote remote) {
    assertThatThrownBy(() -> remote.limited(script)).isSameAs(script.thrown(3));
    assertThat(script.calls()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("remotes")
  void aMethodWhoseResultArrivesLater(Remote remote) {
    assertThatThrownBy(() -> remote.later(script).join()).hasCause(script.thrown(3));
    assertThat(script.calls()).isEqualTo(3);
  }
}
