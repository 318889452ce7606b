package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
  /** Says nothing of itself. */
  private static final class Tenant {}

  @Test
  void anArrayIsShownByItsElements() {
    assertThat(KeyText.of(new byte[] {1, 2})).isEqualTo("[1, 2]");
    assertThat(KeyText.of(new String[][] {{"a"}, {"b"}})).isEqualTo("[[a], [b]]");
    assertThat(KeyText.of("a")).isEqualTo("a");
    assertThat(KeyText.of(null)).isEqualTo("null");
  }

  @Test
  void charactersAreAPasswordWhateverTheyAreDeclaredAs() {
    assertThat(KeyText.isSecret("hunter2".toCharArray())).isTrue();
    assertThat(KeyText.isSecret(new Object[] {"a", new char[] {'b'}})).isTrue();
    assertThat(KeyText.isSecret(new byte[] {1})).isFalse();
    assertThat(KeyText.isSecret("a")).isFalse();
  }

  @Test
  void aClassWithoutTextIsToldOnceAPolicy() {
    assertThat(KeyText.trouble("KeyTextTest.search", new Tenant()))
        .contains("KeyTextTest.search", Tenant.class.getName(), "@Key(path =");
    assertThat(KeyText.trouble("KeyTextTest.search", new Tenant())).isNull();
    assertThat(KeyText.trouble("KeyTextTest.other", new Tenant())).isNotNull();
  }

  @Test
  void whatHasATextIsNoTrouble() {
    for (Object key : new Object[] {"a", 1, URI.create("a:b"), new byte[1], Thread.State.NEW}) {
      assertThat(KeyText.trouble("KeyTextTest.fine", key)).isNull();
    }
    assertThat(KeyText.trouble("KeyTextTest.fine", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-text-bytes", "key-text-characters"})
  void equalArraysShareABreaker(String name) {
    boolean secret = name.endsWith("characters");
    CodeGuard guard =
        Mulligan.circuitBreaker(b -> b.name(name).consecutiveFailures(1)).keyed().build();
    assertThatThrownBy(() -> fail(guard, secret)).isInstanceOf(IOException.class);

    assertThatThrownBy(() -> fail(guard, secret)).isInstanceOf(CircuitOpenException.class);
    assertThat(Mulligan.breakers().list())
        .filteredOn(breaker -> breaker.name().equals(name))
        .extracting(Breaker::key)
        .allMatch(key -> secret ? key.startsWith("#") : key.equals("[97, 98]"));
  }

  private static void fail(CodeGuard guard, boolean secret) throws IOException {
    Object key = secret ? new char[] {'a', 'b'} : new byte[] {'a', 'b'};
    guard
        .forKey(key)
        .run(
            () -> {
              throw new IOException();
            });
  }
}
