package dev.mulligan.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  private final Names names = new Names();

  @Test
  void constantsAreUpperCaseWithUnderscores() {
    assertThat(names.constant("payAll")).isEqualTo("PAY_ALL");
    assertThat(names.constant("loadURL")).isEqualTo("LOAD_URL");
    assertThat(names.constant("pay2Go")).isEqualTo("PAY2_GO");
  }

  @Test
  void overloadsAreNumbered() {
    assertThat(names.constant("pay")).isEqualTo("PAY");
    assertThat(names.constant("pay")).isEqualTo("PAY_2");
    assertThat(names.constant("pay")).isEqualTo("PAY_3");
  }

  @Test
  void aNumberThatIsTakenIsPassedOver() {
    assertThat(names.constant("pay_2")).isEqualTo("PAY_2");
    assertThat(names.constant("pay")).isEqualTo("PAY");
    assertThat(names.constant("pay")).isEqualTo("PAY_3");
  }
}
