package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import dev.mulligan.runtime.replay.NotReplayableException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which method takes a letter whose id several have. */
class BoxesTest {
  private final LetterBox pay = box(Till.class, "pay", long.class);
  private final LetterBox refund = box(Till.class, "refund", long.class);
  private final LetterBox refundAll = box(Till.class, "refund");
  private final LetterBox elsewhere = box(Bank.class, "pay", long.class);

  private final Boxes boxes = new Boxes();

  @BeforeEach
  void register() {
    boxes.register(pay);
    boxes.register(refund);
  }

  @Test
  void theMethodThatTheLetterNamesTakesIt() throws Exception {
    boxes.register(elsewhere);

    assertThat(boxes.find(letter(Till.class, "pay", "long"))).isSameAs(pay);
    assertThat(boxes.find(letter(Till.class, "refund", "long"))).isSameAs(refund);
    assertThat(boxes.find(letter(Bank.class, "transfer", "long"))).isSameAs(elsewhere);
  }

  @Test
  void ofOverloadsTheOneWithTheLettersParametersTakesIt() throws Exception {
    boxes.register(refundAll);

    assertThat(boxes.find(letter(Till.class, "refund"))).isSameAs(refundAll);
    assertThat(boxes.find(letter(Till.class, "refund", "long"))).isSameAs(refund);
  }

  @Test
  void noneIsGuessed() {
    assertThatThrownBy(() -> boxes.find(letter(Till.class, "charge", "long")))
        .isInstanceOf(NotReplayableException.class)
        .hasMessage(
            "the id money is that of several methods: %s#pay(long), %s#refund(long)"
                .formatted(Till.class.getName(), Till.class.getName()));
  }

  @Test
  void aRenamedMethodWithAnIdOfItsOwnTakesItsLetters() throws Exception {
    Boxes alone = new Boxes();
    alone.register(pay);

    assertThat(alone.find(letter(Bank.class, "charge", "int"))).isSameAs(pay);
  }

  @Test
  void whoWroteTheLetterInThisProcessTakesIt() throws Exception {
    Letter letter = letter(Till.class, "charge", "long");
    boxes.remember(letter, refund);

    assertThat(boxes.find(letter)).isSameAs(refund);
  }

  private static LetterBox box(Class<?> type, String method, Class<?>... parameters) {
    return new LetterBox(
        new GuardedMethod(
            MethodHandles.lookup(),
            type,
            method,
            MethodType.methodType(void.class, parameters),
            false,
            List.of(),
            Set.of()),
        DeadLetterPolicy.builder().id("money").build());
  }

  private static Letter letter(Class<?> receiver, String method, String... types) {
    List<LetterArgument> arguments =
        Arrays.stream(types).map(type -> new LetterArgument("a", type, "1", "")).toList();
    return Letters.of("money", receiver.getName(), method, arguments);
  }

  private static final class Till {}

  private static final class Bank {}
}
