package dev.mulligan.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void whatCouldBreakOutOfALineIsEscaped() {
    assertThat(Text.oneLine("a\nb\rc\td\u0000e\u007Ff\u0085g\u2028h\u202Ei"))
        .isEqualTo("a\\nb\\rc\\td\\u0000e\\u007ff\\u0085g\\u2028h\\u202ei");
  }

  @Test
  void plainTextStaysTheSameInstance() {
    String text = "Zürich, 東京, \uD83D\uDE00";
    assertThat(Text.oneLine(text)).isSameAs(text);
  }

  @Test
  void anExceptionIsNamedWithItsMessage() {
    assertThat(Text.summary(new SocketTimeoutException("Read\ntimed out")))
        .isEqualTo("java.net.SocketTimeoutException: Read\\ntimed out");
    assertThat(Text.summary(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void anExceptionWhoseMessageThrowsIsStillNamed() {
    RuntimeException broken =
        new RuntimeException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new StackOverflowError();
          }
        };
    assertThat(Text.summary(broken)).endsWith(": (its message cannot be read)");
  }

  @Test
  void longTextIsCutButNeverInsideACharacter() {
    assertThat(Text.shorten("x".repeat(300))).hasSize(300).doesNotContain("…");
    assertThat(Text.shorten("x".repeat(301))).hasSize(300).endsWith("x…");
    // The pair takes places 298 and 299 of which only the first would fit before the mark.
    assertThat(Text.shorten("x".repeat(298) + "\uD83D\uDE00 and more")).hasSize(299).endsWith("x…");
  }
}
