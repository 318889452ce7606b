package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  @Test
  void noConditionLetsEveryLetterThrough() {
    Conditions conditions = Conditions.of(LetterFilter.all());

    assertThat(conditions.sql()).isEqualTo("1 = 1");
    assertThat(conditions.values()).isEmpty();
    assertThat(conditions.isExact()).isTrue();
  }

  @Test
  void valuesNeverBecomePartOfTheStatement() {
    Conditions conditions = Conditions.of(LetterFilter.all().queue("' OR 1 = 1 --").key("k"));

    assertThat(conditions.sql()).isEqualTo("1 = 1 AND queue_name = ? AND key_value = ?");
    assertThat(conditions.values()).containsExactly("' OR 1 = 1 --", "k");
    assertThat(conditions.isExact()).isTrue();
  }

  @Test
  void aTimeIsANumberOfNanoseconds() {
    Instant from = Instant.parse("2026-01-01T00:00:00.000000001Z");

    Conditions conditions = Conditions.of(LetterFilter.waiting().failedFrom(from));

    assertThat(conditions.values())
        .containsExactly(LetterState.STORED.name(), 1_767_225_600_000_000_001L);
    assertThat(conditions.isExact()).isTrue();
  }

  @Test
  void aTimeBeyondTheColumnLeavesTheLastWordToTheFilter() {
    Conditions conditions = Conditions.of(LetterFilter.all().failedUntil(Instant.MAX));

    assertThat(conditions.sql()).endsWith("last_failure <= ?");
    assertThat(conditions.isExact()).isFalse();
  }

  @Test
  void aMethodWithItsClassIsLookedUpByItsName() {
    Conditions conditions = Conditions.of(LetterFilter.all().method("shop.Payments.pay"));

    assertThat(conditions.values()).containsExactly("shop.Payments.pay", "pay");
    assertThat(conditions.isExact()).isFalse();
  }

  @Test
  void aMethodAloneIsExact() {
    assertThat(Conditions.of(LetterFilter.all().method("pay")).isExact()).isTrue();
  }

  @Test
  void aNameThatIsLongerThanItsColumnLeavesTheLastWordToTheFilter() {
    assertThat(Conditions.of(LetterFilter.all().queue("q".repeat(701))).isExact()).isFalse();
  }

  @Test
  void wildcardsInATextStandForThemselves() {
    assertThat(Conditions.pattern("100%_!")).isEqualTo("%100!%!_!!%");
  }

  @Test
  void aTextIsFoundWhateverItsCase() {
    assertThat(Conditions.pattern("Late Order")).isEqualTo("%late order%");
  }

  @Test
  void whatJsonEscapesStandsForAnything() {
    assertThat(Conditions.pattern("a\"b\\c\nd")).isEqualTo("%a%b%c%d%");
  }

  @Test
  void lettersWithMoreThanTwoFormsStandForAnything() {
    // The Kelvin sign, the long s and the i without a dot are forms of k, s and i.
    assertThat(Conditions.pattern("disk")).isEqualTo("%d%");
    assertThat(Conditions.pattern("Zürich")).isEqualTo("%z%r%ch%");
  }

  @Test
  void aWildcardFollowsAnEscapedOne() {
    assertThat(Conditions.pattern("5%ß")).isEqualTo("%5!%%");
  }
}
