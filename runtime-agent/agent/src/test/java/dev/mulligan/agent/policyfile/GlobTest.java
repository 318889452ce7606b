package dev.mulligan.agent.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "com/acme/Pay, com/acme/Pay, true",
    "com/acme/Pay, com/acme/Payments, false",
    "com/acme/*, com/acme/deep/Pay, true",
    "*, anything, true",
    "**, anything, true",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "*Client, com/acme/HttpClient, true",
    "*Client, com/acme/HttpClients, false",
    "a*b*c, aXbXbXc, true",
    "a*b*c, aXbXbX, false",
    "send*, send, true"
  })
  void anAsteriskStandsForAnyCharacters(String pattern, String text, boolean matches) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
  }
}
