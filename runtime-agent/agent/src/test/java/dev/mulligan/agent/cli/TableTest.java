package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final String ID = "01a214dae042bb1a";
  private static final List<Column> COLUMNS =
      List.of(
          Column.whole("id"),
          Column.whole("state").dispensable(1),
          Column.cut("queue", 5).dispensable(2),
          Column.cut("method", 8).keepingEnd(),
          Column.cut("failure", 10).weight(4));

  private static Map<?, ?> entry(String id, String queue, String failure) {
    return Map.of(
        "id", id, "state", "STORED", "queue", queue, "method", "Payments.pay", "failure", failure);
  }

  private static List<String> table(int width, List<Column> columns, Map<?, ?>... entries) {
    StringWriter text = new StringWriter();
    new Table(width, columns).print(new PrintWriter(text, true), List.of(entries));
    return text.toString().lines().toList();
  }

  @Test
  void whatFitsIsShownWholly() {
    assertThat(table(80, COLUMNS, entry(ID, "orders", "IOException: no")))
        .containsExactly(
            "  id                state   queue   method        failure",
            "  01a214dae042bb1a  STORED  orders  Payments.pay  IOException: no");
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 44, 50, 55, 60, 79, 80, 110, 200})
  void noLineIsWiderThanTheTerminalAndNoIdIsCut(int width) {
    List<String> lines =
        table(
            width,
            COLUMNS,
            entry(ID, "reconciliation-eu", "ConnectException: " + "refused ".repeat(40)),
            entry(ID, "orders", "TooMuch: " + "銀行がカードを拒否しました、".repeat(10)));

    assertThat(lines).allSatisfy(line -> assertThat(Cells.width(line)).isLessThanOrEqualTo(width));
    assertThat(lines.subList(1, 3)).allSatisfy(line -> assertThat(line).startsWith("  " + ID));
    assertThat(lines.get(1)).endsWith("…");
  }

  @Test
  void ofColumnsWithoutPlaceThoseGoFirstThatSayTheSameInEveryRow() {
    Map<?, ?> one = entry(ID, "orders", "x".repeat(99));
    Map<?, ?> other = entry(ID, "mails", "x".repeat(99));

    // 2 + 16 + 2 + 6 + 2 + 5 + 2 + 8 + 2 + 10 = 55 is the least for all.
    assertThat(table(55, COLUMNS, one, other).get(0)).contains("state", "queue");
    assertThat(table(54, COLUMNS, one, other).get(0)).contains("queue").doesNotContain("state");
    assertThat(table(46, COLUMNS, one, other).get(0)).doesNotContain("state", "queue");
    assertThat(table(46, COLUMNS, one, other).get(1)).contains("…nts.pay");
  }

  @Test
  void aSentenceGoesOnInTheNextLine() {
    List<Column> columns = List.of(Column.whole("letter"), Column.cut("failure", 10).lines(3));
    Map<?, ?> entry =
        Map.of("letter", ID, "failure", "no method pay(long) has been called in this process yet");

    assertThat(table(42, columns, entry))
        .containsExactly(
            "  letter            failure",
            "  01a214dae042bb1a  no method pay(long)",
            "                    has been called in",
            "                    this process yet");
    assertThat(table(32, columns, entry)).last().asString().endsWith("has been ca…").hasSize(32);
  }

  @Test
  void charactersAreCutByThePlacesThatTheyTake() {
    assertThat(Cells.width("銀行、")).isEqualTo(6);
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
    assertThat(Cells.cut("銀行、", 6)).isEqualTo("銀行、");
    assertThat(Cells.cut("銀行、", 5)).isEqualTo("銀行…");
    assertThat(Cells.cut("銀行、", 4)).isEqualTo("銀…");
    assertThat(Cells.cut("a\uD83D\uDE00bc", 4)).isEqualTo("a\uD83D\uDE00…");
    assertThat(Cells.cutBegin("Payments.pay", 12)).isEqualTo("Payments.pay");
    assertThat(Cells.cutBegin("Payments.pay", 5)).isEqualTo("….pay");
  }

  @Test
  void theTerminalIsAsWideAsTheShellSaysOrUsual() {
    assertThat(Terminal.widthOf("200")).isEqualTo(200);
    assertThat(Terminal.widthOf("20")).as("no table fits").isEqualTo(55);
    assertThat(Terminal.widthOf(null)).isEqualTo(110);
    assertThat(Terminal.widthOf("wide")).isEqualTo(110);
    assertThat(Terminal.widthOf("-80")).isEqualTo(110);
  }
}
