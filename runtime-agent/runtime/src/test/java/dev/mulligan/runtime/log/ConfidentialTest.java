package dev.mulligan.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidentialTest {
  private static String shown(String message) {
    return Text.summary(new IllegalStateException(message));
  }

  @Test
  void linesOfACallShowNoneOfItsSecrets() {
    String[] line = new String[1];

    Confidential.during(List.of("s3cr3t", "x"), () -> line[0] = shown("x refused s3cr3t"));

    assertThat(line[0]).isEqualTo("java.lang.IllegalStateException: x refused [redacted]");
    assertThat(shown("s3cr3t")).as("of another call").endsWith(": s3cr3t");
  }

  @Test
  void whatLooksLikeASecretIsNeverShown() {
    assertThat(shown("login with password=hunter22")).endsWith("password=[redacted]");
  }

  @Test
  void aTextIsOnlyCutWithoutItsSecrets() {
    String message = "x".repeat(250) + " 4111111111111111";

    assertThat(shown(message)).doesNotContain("4111");
  }
}
