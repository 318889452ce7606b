package dev.mulligan.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.secret.SecretNames.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "oldPassword",
        "user_passwd",
        "DB_PWD",
        "passphrase2",
        "clientSecret",
        "cvv2",
        "pin",
        "privateKey",
        "ssh_private_key",
        "passwordHash"
      })
  void secretsWhateverTheyAre(String name) {
    assertThat(SecretNames.kind(name)).isEqualTo(Kind.SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "accessToken",
        "oauth2Token",
        "accesstoken",
        "X-CSRF-Token",
        "Authorization",
        "Proxy-Authorization",
        "x-api-key",
        "apiKey",
        "APIKey",
        "apikeys",
        "awsAccessKeyId",
        "credentials",
        "Set-Cookie",
        "JSESSIONID",
        "sessionId",
        "jwt",
        "basicAuth"
      })
  void secretsUnlessTheyCount(String name) {
    assertThat(SecretNames.kind(name)).isEqualTo(Kind.SECRET_UNLESS_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "§",
        "key",
        "primaryKey",
        "accountKey",
        "keyboard",
        "tokenCount",
        "token_type",
        "tokenBucket",
        "tokenizer",
        "secretary",
        "passwordExpiresAt",
        "password_policy",
        "credentialsProvider",
        "cookieName",
        "author",
        "authority",
        "pinCode",
        "spin",
        "compass",
        "iban",
        "monkey",
        "passenger",
        "sessions",
        "passwordless"
      })
  void harmlessNames(String name) {
    assertThat(SecretNames.kind(name)).isEqualTo(Kind.HARMLESS);
  }

  @Test
  void aSessionIsASecretOnlyAsAText() {
    assertThat(SecretNames.kind("session").hides(false, true)).isTrue();
    assertThat(SecretNames.kind("session").hides(false, false)).isFalse();
    assertThat(SecretNames.kind("maxTokens").hides(true, false)).isFalse();
    assertThat(SecretNames.kind("pin").hides(true, false)).isTrue();
  }

  @Test
  void ofAnEndlessNameTheEndIsRead() {
    assertThat(SecretNames.kind("x".repeat(1_000_000) + ".password")).isEqualTo(Kind.SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Password", "ClientSecret", "UserCredentials", "ApiKey", "AccessToken", "IdToken"})
  void typesThatAreSecrets(String name) {
    assertThat(SecretNames.isSecretType(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Token", "PasswordChanged", "PasswordEncoder", "OrderKey", "Session", "Secretary"})
  void typesThatAreNot(String name) {
    assertThat(SecretNames.isSecretType(name)).isFalse();
  }
}
