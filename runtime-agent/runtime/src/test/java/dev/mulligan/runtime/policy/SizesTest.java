package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4096, 4096",
    "7B, 7",
    "2KiB, 2048",
    " 16 mib , 16777216",
    "4GIB, 4294967296"
  })
  void readsBytesAndUnits(String text, long bytes) {
    assertThat(Sizes.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5MiB", "16MB", "MiB", "1 TiB", "1234567890123456789012"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> Sizes.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("is not a size such as 512KiB, 16MiB or 4GiB");
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatThrownBy(() -> Sizes.parse("9999999999GiB")).hasMessage("is larger than 8 EiB");
  }
}
