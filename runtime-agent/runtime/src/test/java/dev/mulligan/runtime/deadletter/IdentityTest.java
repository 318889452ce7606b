package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterArgument;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final LetterArgument ONE = new LetterArgument("a", "int", "1", "");
  private static final LetterArgument TEN = new LetterArgument("a", "int", "10", "");
  private static final LetterArgument HIDDEN = new LetterArgument("a", "int", null, "[redacted]");

  @Test
  void theSameCallHasTheSameIdentityInEveryProcess() {
    // The first half of the SHA-256 of lengths and UTF-16 texts; stores hold it.
    assertThat(Identity.of("Shop#pay(int)", "acme", List.of(ONE)))
        .isEqualTo(Identity.of("Shop#pay(int)", "acme", List.of(ONE)))
        .isEqualTo("1dd512dc7ca7270768f8dfcba89da2ff")
        .matches("[0-9a-f]{32}");
  }

  @Test
  void everyPartCounts() {
    String identity = Identity.of("Shop#pay(int)", "acme", List.of(ONE));

    assertThat(
            List.of(
                Identity.of("Shop#pay(long)", "acme", List.of(ONE)),
                Identity.of("Shop#pay(int)", "acm", List.of(ONE)),
                Identity.of("Shop#pay(int)", "acme", List.of(TEN)),
                Identity.of("Shop#pay(int)", "acme", List.of(ONE, ONE)),
                Identity.of("Shop#pay(int)acme", "", List.of(ONE))))
        .doesNotContain(identity)
        .doesNotHaveDuplicates();
  }

  @Test
  void withoutAKeyOrWithAnUnknownArgumentThereIsNone() {
    assertThat(Identity.of("Shop#pay(int)", null, List.of(ONE))).isEmpty();
    assertThat(Identity.of("Shop#pay(int)", "acme", List.of(ONE, HIDDEN))).isEmpty();
    assertThat(Identity.of("Shop#pay()", "acme", List.of())).isNotEmpty();
  }
}
