package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.replay.LettersInMemory;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replay makes the very call that failed, and knows it from other calls of the same method. */
class ReplayedReceiverTest {
  private static final List<String> MADE = new ArrayList<>();

  private final DeadLetterOffice office = Registry.deadLetters();
  private final LettersInMemory store = new LettersInMemory();

  @BeforeEach
  void enter() {
    office.keepIn(store);
    MADE.clear();
  }

  @AfterEach
  void leave() {
    office.keepIn(null);
  }

  private List<Letter> waiting() {
    return store.list(LetterFilter.waiting(), null, 10);
  }

  @Test
  void aMethodThatIsOverriddenIsCalledItself() {
    Account account = new TaxedAccount();
    account.broken = true;
    assertThatThrownBy(() -> account.charge(100)).hasMessage("no bank");
    account.broken = false;
    MADE.clear();

    assertThat(office.replay(waiting().get(0).id()).outcome()).isEqualTo(Outcome.REPLAYED);

    // Through the override, tax would be charged of what holds the tax already.
    assertThat(MADE).containsExactly("charged 120");
  }

  @Test
  void aReplayThatFailsAgainWritesNoSecondLetterWhereTheMethodIsOverridden() {
    Account account = new TaxedAccount();
    account.broken = true;
    assertThatThrownBy(() -> account.charge(100)).hasMessage("no bank");

    assertThat(office.replay(waiting().get(0).id()).outcome()).isEqualTo(Outcome.FAILED);

    assertThat(waiting()).singleElement().matches(letter -> letter.status().replays() == 1);
  }

  @Test
  void theFailureOfAnotherObjectIsALetterOfItsOwn() throws Exception {
    Node leaf = new Node();
    Node root = new Node(leaf);
    root.broken = true;
    assertThatThrownBy(() -> root.flush("all")).hasMessage("cannot be flushed");
    String id = waiting().get(0).id();
    root.broken = false;
    leaf.broken = true;

    assertThat(office.replay(id).outcome()).isEqualTo(Outcome.REPLAYED);

    assertThat(waiting()).singleElement().matches(letter -> !letter.id().equals(id));
  }

  /** As the agent weaves it. */
  private static class Account {
    private static final Guard CHARGE =
        Guards.method(
                MethodHandles.lookup(),
                Account.class,
                "charge",
                MethodType.methodType(void.class, long.class))
            .parameters("cents")
            .deadLetter()
            .build();

    boolean broken;

    void charge(long cents) throws Exception {
      CHARGE.call(
          () -> {
            if (broken) {
              throw new IOException("no bank");
            }
            return MADE.add("charged " + cents);
          },
          this,
          cents);
    }
  }

  private static final class TaxedAccount extends Account {
    @Override
    void charge(long cents) throws Exception {
      super.charge(cents + cents / 5);
    }
  }

  private static final class Node {
    private static final Guard FLUSH =
        Guards.method(
                MethodHandles.lookup(),
                Node.class,
                "flush",
                MethodType.methodType(void.class, String.class))
            .parameters("what")
            .deadLetter()
            .build();

    private final List<Node> children;
    private boolean broken;

    Node(Node... children) {
      this.children = List.of(children);
    }

    void flush(String what) throws Exception {
      FLUSH.call(
          () -> {
            for (Node child : children) {
              flushQuietly(child, what);
            }
            if (broken) {
              throw new IOException("cannot be flushed");
            }
            return null;
          },
          this,
          what);
    }

    private static void flushQuietly(Node child, String what) {
      try {
        child.flush(what);
      } catch (Exception e) {
        MADE.add("a child failed");
      }
    }
  }
}
