package dev.mulligan.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mulligan.store.password",
        "mulligan.console.TOKEN",
        "mulligan.letters.encryptionKey",
        "mulligan.api-key.eu",
        "client_secret",
        "aws.credentials"
      })
  void valuesOfSecretsAreHidden(String key) {
    assertThat(Secrets.shown(key, "hunter2")).isEqualTo("***");
    assertThat(Secrets.shown(key, null)).isNull();
  }

  @Test
  void otherValuesAreShown() {
    assertThat(Secrets.shown("mulligan.pay.retry.maxAttempts", "3")).isEqualTo("3");
    assertThat(Secrets.shown("mulligan.keyboard", "qwertz")).isEqualTo("qwertz");
  }
}
