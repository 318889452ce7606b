package dev.mulligan.runtime.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueChangesTest {
  private static final String ORDER = "com.shop.Order";
  private static final String LINE = "com.shop.Line";
  private static final String COLOUR = "com.shop.Colour";

  @Test
  void lettersOfTheSameVersionFit() {
    CallChange change = only(orders(), orders());

    assertThat(change.fits()).isTrue();
    assertThat(change.notes()).isEmpty();
    assertThat(change.advice()).isEmpty();
  }

  @Test
  void whatIsNewDoesNoHarm() {
    Shop now =
        new Shop()
            .call("Payments#pay", ORDER, "order")
            .call("Payments#refund", ORDER, "order")
            .type(ORDER, "gift", "boolean", "lines", "java.util.List<" + LINE + ">")
            .type(LINE, "price", "long", "colour", COLOUR, "weight", "int")
            .type(COLOUR, "RED", COLOUR, "BLUE", COLOUR, "GREEN", COLOUR);

    assertThat(only(orders(), now).fits()).isTrue();
  }

  @Test
  void aFieldThatIsGoneIsNamedByItsPath() {
    Shop now =
        new Shop()
            .call("Payments#pay", ORDER, "order")
            .type(ORDER, "lines", "java.util.List<" + LINE + ">")
            .type(LINE, "colour", COLOUR)
            .type(COLOUR, "RED", COLOUR, "BLUE", COLOUR);

    CallChange change = only(orders(), now);

    assertThat(change.reasons()).containsExactly("order.lines.price is not there any more");
    assertThat(change.advice()).startsWith("replay or discard its letters");
  }

  @Test
  void aConstantThatIsGoneIsNamedByItsPath() {
    Shop now =
        new Shop()
            .call("Payments#pay", ORDER, "order")
            .type(ORDER, "lines", "java.util.List<" + LINE + ">")
            .type(LINE, "price", "long", "colour", COLOUR)
            .type(COLOUR, "BLUE", COLOUR);

    assertThat(only(orders(), now).reasons())
        .containsExactly("order.lines.colour has no constant RED any more");
  }

  @ParameterizedTest
  @CsvSource({
    "int, long",
    "int, java.lang.Integer",
    "java.lang.Integer, java.lang.Long",
    "long, java.math.BigDecimal",
    "float, double",
    "char, java.lang.String",
    "java.util.List<java.lang.Integer>, java.util.List<java.lang.Long>",
    "'java.util.Map<java.lang.String, int[]>', 'java.util.Map<java.lang.String,int[]>'",
    "java.util.List<? extends java.lang.String>, java.util.List<java.lang.String>",
  })
  void aFieldOfAWiderTypeTakesWhatTheNarrowerOneWrote(String old, String now) {
    assertThat(fieldOf(old, now).reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "long, int",
    "java.lang.Long, long",
    "double, long",
    "long, java.lang.String",
    "java.lang.String, com.shop.Line",
    "int, int[]",
    "java.util.List<java.lang.String>, java.util.List<java.lang.Long>",
    "java.util.List<java.lang.String>, java.util.List",
  })
  void aFieldOfAnotherTypeDoesNotFit(String old, String now) {
    assertThat(fieldOf(old, now).reasons())
        .containsExactly("order.value is " + now + " now, and was " + old);
  }

  @Test
  void aTypeThatHasMovedFitsAsLongAsItsFieldsDo() {
    Shop before =
        new Shop().callWithId("pay", "Payments#pay", ORDER, "order").type(ORDER, "cents", "int");
    Shop now =
        new Shop()
            .callWithId("pay", "Payments#pay", "com.shop.api.Order", "order")
            .type("com.shop.api.Order", "cents", "long");

    assertThat(only(before, now).fits()).isTrue();
  }

  @Test
  void aTypeThatHoldsItselfIsLookedAtOnce() {
    Shop before =
        new Shop().call("Payments#pay", ORDER, "order").type(ORDER, "next", ORDER, "cents", "long");
    Shop now = new Shop().call("Payments#pay", ORDER, "order").type(ORDER, "next", ORDER);

    assertThat(only(before, now).reasons()).containsExactly("order.cents is not there any more");
  }

  @Test
  void aRenamedMethodIsFoundAndToldToTakeTheOldIdentity() {
    Shop now = payCalled("Payments#charge");

    CallChange change = only(orders(), now);

    assertThat(change.reasons())
        .containsExactly(
            "the call is gone; the nearest is com.shop.Payments#charge(com.shop.Order)");
    assertThat(change.advice())
        .isEqualTo(
            "if com.shop.Payments#charge is the same method, give it"
                + " @DeadLetter(id = \"com.shop.Payments#pay(com.shop.Order)\")");
  }

  @Test
  void aMethodThatHasMovedIsFound() {
    assertThat(only(orders(), payCalled("Bank#pay")).reasons())
        .containsExactly("the call is gone; the nearest is com.shop.Bank#pay(com.shop.Order)");
  }

  @Test
  void aMethodThatWasThereBeforeIsNotTakenForAnotherOne() {
    Shop before = orders().call("Payments#refund", ORDER, "order");

    CallChange change =
        CatalogueChanges.between(before.open(), payCalled("Payments#refund").open()).get(0);

    assertThat(change.reasons()).containsExactly("the call is gone");
    assertThat(change.now()).isNull();
  }

  @Test
  void aMethodThatTakesMoreIsNamedWithBothNumbers() {
    Shop before = new Shop().call("Payments#pay", "long", "cents");
    Shop now = new Shop().call("Payments#pay", "long", "cents", "boolean", "gift");

    CallChange change = only(before, now);

    assertThat(change.reasons())
        .containsExactly(
            "the call is gone; the nearest is com.shop.Payments#pay(long, boolean)",
            "it takes 2 parameters now, and took 1 parameter");
    assertThat(change.advice()).startsWith("replay or discard its letters");
  }

  @Test
  void parametersThatHaveChangedPlacesDoNotFitEvenIfTheirTypesDo() {
    Shop before = new Shop().call("Payments#move", "long", "from", "long", "to");
    Shop now = new Shop().call("Payments#move", "long", "to", "long", "from");

    assertThat(only(before, now).reasons())
        .containsExactly(
            "its parameters are (long to, long from) now, and were (long from, long to)");
  }

  @Test
  void aParameterThatIsCalledSomethingElseStillFits() {
    CallChange change =
        only(
            new Shop().call("Payments#pay", "long", "cents"),
            new Shop().call("Payments#pay", "long", "amount"));

    assertThat(change.fits()).isTrue();
    assertThat(change.notes()).containsExactly("parameter cents is called amount now");
  }

  @Test
  void aCallWithoutDeadLetterHasNobodyToTakeItsLetters() {
    Shop before = new Shop().call("Payments#pay", "long", "cents");
    Shop now = new Shop().callWith(Map.of("Retry", Map.of()), "Payments#pay", "long", "cents");

    CallChange change = only(before, now);

    assertThat(change.reasons()).containsExactly("it has no @DeadLetter any more");
    assertThat(change.advice()).startsWith("put @DeadLetter back");
    assertThat(CatalogueChanges.between(now.open(), before.open())).isEmpty();
  }

  @Test
  void changedPoliciesAreListedAndDoNoHarm() {
    Map<String, String> none = Map.of();
    Shop before =
        new Shop()
            .callWith(
                Map.of("DeadLetter", none, "Retry", Map.of("maxAttempts", "4")),
                "Payments#pay",
                "long",
                "cents");
    Shop now =
        new Shop()
            .callWith(
                Map.of(
                    "DeadLetter", none,
                    "Retry", Map.of("maxAttempts", "5", "delay", "1s"),
                    "Timeout", none),
                "Payments#pay",
                "long",
                "cents");

    CallChange change = only(before, now);

    assertThat(change.fits()).isTrue();
    assertThat(change.notes())
        .containsExactly(
            "Retry.delay is 1s now, and was not set",
            "Retry.maxAttempts is 5 now, and was 4",
            "@Timeout is new");
  }

  @Test
  void lettersThatNoVersionReplaysAreNotOrphaned() {
    CallChange change =
        only(new Shop().secretCall("Payments#login", "java.lang.String", "pin"), new Shop());

    assertThat(change.fits()).isTrue();
    assertThat(change.notes())
        .containsExactly("its letters are not replayed by any version: pin is redacted");
  }

  @Test
  void aParameterThatIsRedactedFromNowOnTakesOldLetters() {
    CallChange change =
        only(
            new Shop().call("Payments#login", "java.lang.String", "pin"),
            new Shop().secretCall("Payments#login", "java.lang.String", "pin"));

    assertThat(change.fits()).isTrue();
    assertThat(change.notes()).singleElement().asString().contains("pin is redacted now");
  }

  private static CallChange fieldOf(String old, String now) {
    Shop before = new Shop().call("Payments#pay", ORDER, "order").type(ORDER, "value", old);
    return only(before, new Shop().call("Payments#pay", ORDER, "order").type(ORDER, "value", now));
  }

  private static Shop orders() {
    return payCalled("Payments#pay");
  }

  private static Shop payCalled(String method) {
    return new Shop()
        .call(method, ORDER, "order")
        .type(ORDER, "lines", "java.util.List<" + LINE + ">")
        .type(LINE, "price", "long", "colour", COLOUR)
        .type(COLOUR, "RED", COLOUR, "BLUE", COLOUR);
  }

  private static CallChange only(Shop before, Shop now) {
    List<CallChange> changes = CatalogueChanges.between(before.open(), now.open());
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }
}
