package dev.mulligan.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextsTest {
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card 4111111111111111 refused | card [redacted] refused",
        "4111-1111-1111-1111 | [redacted]",
        "378282246310005 and 5555 5555 5555 4444 | [redacted] and [redacted]",
        "5555555555554444 2029 | [redacted] 2029",
        "GET https://ada:pw@host/x | GET https://[redacted]@host/x",
        "jdbc:oracle:thin:scott/tiger@//db | jdbc:oracle:thin:[redacted]@//db",
        "jdbc:mysql://h/d?user=u&password=p4ss | jdbc:mysql://h/d?user=u&password=[redacted]",
        "Login[user=ada, password=hunter2] | Login[user=ada, password=[redacted]]",
        "{\"token\": \"a b\", \"n\": 1} | {\"token\": \"[redacted]\", \"n\": 1}",
        "{\\\"secret\\\":\\\"ab\\\",1} | {\\\"secret\\\":\\\"[redacted]\\\",1}",
        "Authorization: Digest user=x, y | Authorization: [redacted]",
        "used Bearer abc123def now | used Bearer [redacted] now",
        "Basic YWRhOnB3MQ== | Basic [redacted]",
        "AKIAIOSFODNN7EXAMPLE denied | [redacted] denied",
        "key ghp_012345678901234567890123456789012345 | key [redacted]",
      })
  void secretsAreMarkedWhereTheyStand(String text, String shown) {
    assertThat(SecretTexts.hide(text, found -> {})).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 1735689600000 of 2025-01-01T00:00:00Z",
        "4111111111111112",
        "0.4111111111111111",
        "a4111111111111111f0",
        "550e8400-e29b-41d4-a716-446655440000",
        "Unexpected token: IDENTIFIER",
        "Basic training",
        "Bearer authentication failed",
        "ssh://git@github.com/x",
        "mail ada@example.org",
        "maxTokens=4096",
        "token=null",
        "https://example.org:8080/a?key=value",
        "monkey=banana"
      })
  void theRestIsLeftAlone(String text) {
    List<String> found = new ArrayList<>();

    assertThat(SecretTexts.hide(text, found::add)).isSameAs(text);
    assertThat(found).isEmpty();
  }

  @Test
  void tokensAndBlocksAreFoundWhole() {
    String pem = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----";
    List<String> found = new ArrayList<>();

    String shown = SecretTexts.hide("a " + JWT + " b " + pem + " c", found::add);

    assertThat(shown).isEqualTo("a [redacted] b [redacted] c");
    assertThat(found).containsExactlyInAnyOrder(JWT, pem);
  }

  @Test
  void aBlockWithoutAnEndIsHiddenToTheEnd() {
    assertThat(SecretTexts.hide("x -----BEGIN RSA PRIVATE KEY-----\nMIIE", any -> {}))
        .isEqualTo("x [redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJ",
        "eyJa.",
        "-----BEGIN A-----",
        "password",
        "password=",
        "token=\"",
        "://a",
        "://a@",
        "4111 ",
        "41",
        "Bearer ",
        "a:",
        "AKIA",
        "ghp_",
        "\\\"",
        "authorization:",
        "=\"\\",
        "password=[\n",
        "password=a,b&",
        "password=[[\n{(<",
        "a://b:c",
        "a://b:c@"
      })
  @Timeout(60)
  void theTimeIsLinear(String unit) {
    // Quadratic work on these would take minutes; linear takes a fraction of a second.
    String text = unit.repeat(300_000 / unit.length());
    AtomicInteger found = new AtomicInteger();

    String shown = SecretTexts.hide(text, any -> found.incrementAndGet());

    assertThat(shown.equals(text)).isEqualTo(found.get() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJ", "x"})
  @Timeout(20)
  void aLongWordIsLookedAtOnce(String unit) {
    // A thousand characters at each of a text of 250,000 take 1.6 s, so these would take half a
    // minute.
    String text = unit.repeat(5_000_000 / unit.length());

    assertThat(SecretTexts.hide(text, any -> {})).isSameAs(text);
  }

  @Test
  void aSecretIsFoundAtTheEndOfAWordToo() {
    String before = "x".repeat(100);

    assertThat(SecretTexts.hide(before + "_" + JWT, any -> {})).isEqualTo(before + "_[redacted]");
    assertThat(SecretTexts.hide("eyJ " + JWT + " eyJ", any -> {})).isEqualTo("eyJ [redacted] eyJ");
    assertThat(SecretTexts.hide(before + "-password=hunter2", any -> {}))
        .isEqualTo(before + "-password=[redacted]");
    assertThat(SecretTexts.hide("--password=hunter2 7pin=1234", any -> {}))
        .isEqualTo("--password=[redacted] 7pin=[redacted]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "password=Tr0ub(4dor&3;x y | password=[redacted] y",
        "password=hun,ter2, user=ada | password=[redacted], user=ada",
        "password=hun}ter2&user=ada | password=[redacted]&user=ada",
        "{password=[hunter2]} | {password=[[redacted]]}",
        "{X-Api-Key=[k3yk3yk3yk3y], n=1} | {X-Api-Key=[[redacted]], n=1}",
        "Config[password=Optional[hunter2]] | Config[password=Optional[[redacted]]]",
        "a.password={noop}hunter2 | a.password=[redacted]",
        "password=<hunter2> | password=<[redacted]>",
        "Login[password=a[b]c] | Login[password=[redacted]]",
        "password=[hunter2 | password=[[redacted]",
        "(pwd=hunter2). | (pwd=[redacted]).",
        "tokens=[] password={} | tokens=[] password={}",
        "password=[redacted], token=[redacted] | password=[redacted], token=[redacted]",
        "redis://:pa/ssw0rd@host:6379 | redis://[redacted]@host:6379",
        "jdbc:postgresql://u:se#cret@h/db | jdbc:postgresql://[redacted]@h/db",
        "amqp://user:p@ssw0rd@host/v | amqp://[redacted]@host/v",
        "https://host:8080/u/a@b.org | https://host:8080/u/a@b.org",
        "https://social.example.org/users/@ada | https://social.example.org/users/@ada",
        "http://[::1]:8080/a@b | http://[::1]:8080/a@b",
        "jdbc:postgresql://h1:5432,h2:5432/d?user=a@b |"
            + " jdbc:postgresql://h1:5432,h2:5432/d?user=a@b"
      })
  void aPasswordMayHoldAnyCharacter(String text, String shown) {
    assertThat(SecretTexts.hide(text, any -> {})).isEqualTo(shown);
    assertThat(SecretTexts.hide(shown, any -> {})).isEqualTo(shown);
  }
}
