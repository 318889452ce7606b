package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.Redact;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an older version has written, as the types of now read it. */
class ArgumentReaderTest {
  private final ArgumentReader reader = new ArgumentReader(new Json());

  @Test
  void aNewFieldKeepsItsDefault() {
    assertThat(read("{\"cents\":7}", Order.class)).isEqualTo(new Order(7, null, false, null));
  }

  @Test
  void aRenamedParameterIsReadByItsPlace() {
    Object[] read =
        reader.read(
            letter("{\"cents\":7}"), List.of(new Parameter("purchase", Order.class, false)));

    assertThat(read).containsExactly(new Order(7, null, false, null));
  }

  @Test
  void aValueThatNobodyTakesAnyMoreIsNamedAndNotDropped() {
    assertThatThrownBy(() -> read("{\"cents\":7,\"lines\":[{\"price\":1}]}", Order.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "argument order does not fit "
                + Order.class.getName()
                + ": there is no order.lines.price any more, which has a value in the letter");
  }

  @Test
  void aFieldWithoutAValueIsNotMissed() {
    assertThat(read("{\"cents\":7,\"gone\":null}", Order.class))
        .isEqualTo(new Order(7, null, false, null));
  }

  @Test
  void aPropertyThatIsOnlyComputedIsNotMissed() {
    Basket basket = (Basket) read("{\"cents\":7,\"total\":\"another text\"}", Basket.class);

    assertThat(basket.cents).isEqualTo(7);
  }

  @Test
  void aConstantThatIsGoneDoesNotFit() {
    assertThatThrownBy(() -> read("{\"cents\":7,\"colour\":\"BLUE\"}", Order.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argument order does not fit " + Order.class.getName());
  }

  @Test
  void aFractionIsNotCutOff() {
    assertThatThrownBy(() -> read("{\"cents\":7.5}", Order.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(read("7", long.class)).isEqualTo(7L);
  }

  @Test
  void aTypeThatIsRedactedFromNowOnTakesOldLetters() {
    assertThat(read("{\"number\":\"42\"}", Card.class)).isEqualTo(new Card("42"));
  }

  private Object read(String json, Type type) {
    return reader.read(letter(json), List.of(new Parameter("order", type, false)))[0];
  }

  private static Letter letter(String json) {
    return Letters.of(
        "com.shop.Payments#pay",
        "com.shop.Payments",
        List.of(new LetterArgument("order", "com.shop.Order", json, "")));
  }

  enum Colour {
    RED
  }

  record Line(int amount) {}

  record Order(long cents, Set<Line> lines, boolean gift, Colour colour) {}

  @Redact
  record Card(String number) {}

  static class Basket {
    public long cents;

    public String getTotal() {
      return cents + " EUR";
    }
  }
}
