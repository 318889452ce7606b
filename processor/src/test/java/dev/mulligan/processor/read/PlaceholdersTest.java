package dev.mulligan.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  @Test
  void textWithoutPlaceholdersStaysAsItIs() {
    assertThat(Placeholders.defaults("200ms")).isEqualTo("200ms");
  }

  @Test
  void aPlaceholderGivesItsDefault() {
    assertThat(Placeholders.defaults("${pay.delay:1s}")).isEqualTo("1s");
  }

  @Test
  void everyPlaceholderGivesItsDefault() {
    assertThat(Placeholders.defaults("${a:1}0${b:0}ms")).isEqualTo("100ms");
  }

  @Test
  void nothingIsKnownWithoutADefault() {
    assertThat(Placeholders.defaults("${pay.delay}")).isNull();
  }
}
