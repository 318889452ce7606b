package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.guard.Written.Engine;
import dev.mulligan.runtime.method.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTextTest {
  private static final MethodType NOTHING = MethodType.methodType(void.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "two\nlines",
        "\n",
        "back\\slash",
        "\\n",
        "\\",
        "a = b",
        "policy Retry delay = 1s\n",
        "ends with\n",
        "\\\n\\\\n\n"
      })
  void valuesAreAnyText(String value) {
    GuardText text = new GuardText().policy("DeadLetter", Map.of("queue", value));

    assertThat(read(text.text()).written().policies().get("DeadLetter"))
        .containsEntry("queue", value.stripLeading());
  }

  @Test
  void everyFactIsALine() {
    String text =
        new GuardText()
            .isStatic()
            .parameter("order")
            .redact(0)
            .key(0, "id")
            .name("vendor")
            .policy("Retry", Map.of())
            .text();

    assertThat(text.lines())
        .containsExactly(
            "static", "parameter order", "redact 0", "key 0 id", "name vendor", "policy Retry");
  }

  @Test
  void aLineThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> read("policy Retry\nnovelty\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("novelty");
  }

  private static GuardBuilder read(String text) {
    GuardBuilder builder =
        new GuardBuilder(
            MethodHandles.lookup(),
            GuardTextTest.class,
            "run",
            Signature.of(NOTHING),
            Engine.WOVEN);
    GuardText.apply(text, builder);
    return builder;
  }
}
