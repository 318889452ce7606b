package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Arguments that have no end, no bottom or no manners: what is kept is a reason. */
class HostileArgumentsTest {
  private final Json json = new Json();

  @Test
  void aCycleIsGivenUp() {
    Node node = new Node();
    node.next = node;
    Node far = new Node();
    far.next = new Node();
    far.next.next = far;

    assertThat(note(node, Node.class)).contains("cannot be written");
    assertThat(note(far, Node.class)).contains("cannot be written");
  }

  @Test
  void whatIsTooDeepIsGivenUp() {
    Node top = new Node();
    for (int i = 0; i < 100_000; i++) {
      Node above = new Node();
      above.next = top;
      top = above;
    }

    assertThat(note(top, Node.class)).contains("cannot be written");
  }

  @Test
  void aCollectionWithoutAnEndIsLeftAtTheLimit() {
    AtomicInteger asked = new AtomicInteger();
    List<String> endless =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            asked.incrementAndGet();
            return "element " + index;
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };

    assertThat(note(endless, List.class)).endsWith("it is longer than 262144 characters");
    assertThat(asked.get()).isLessThan(Json.LONGEST);
  }

  @Test
  void anIterableWithoutAnEndIsLeftAtTheLimit() {
    AtomicInteger asked = new AtomicInteger();
    Iterable<Integer> endless =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public Integer next() {
                return asked.incrementAndGet();
              }
            };

    assertThat(note(endless, Iterable.class)).contains("cannot be written");
    assertThat(asked.get()).isLessThan(Json.LONGEST);
  }

  @Test
  void hugeTextsAndBytesAreLeftAtTheLimit() {
    // All of it would be 500 MB as text; these tests have less.
    assertThat(note("x".repeat(100_000_000), String.class)).contains("longer than");
    assertThat(note(new byte[100_000_000], byte[].class)).contains("longer than");
    assertThat(note(new int[100_000_000], int[].class)).contains("longer than");
  }

  @Test
  void aNumberOfAMillionDigitsIsNotWritten() {
    assertThat(note(BigInteger.ONE.shiftLeft(50_000_000), BigInteger.class))
        .endsWith("it holds a number of more than 1000 digits");
  }

  @Test
  void whateverAGetterThrowsIsAReason() {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("s3cr3t"), new AssertionError("s3cr3t"), new Error("x"))) {
      assertThat(note(new Throwing(thrown), Throwing.class))
          .contains("cannot be written")
          .contains(thrown.getClass().getSimpleName())
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void aGetterThatNeverReturnsIsCutOffByTheStack() {
    assertThat(note(new Recursive(), Recursive.class)).contains("StackOverflowError");
  }

  @Test
  void anIteratorWithinIsNotUsedUp() {
    Holder holder = new Holder();

    assertThat(note(holder, Holder.class)).contains("can be read only once");
    assertThat(holder.numbers.next()).isEqualTo(1);
    assertThat(note(new Streaming(), Streaming.class)).contains("can be read only once");
  }

  @Test
  void keysThatBecomeOneAreNotDropped() {
    Map<Object, Integer> keys = new HashMap<>();
    keys.put(1, 1);
    keys.put("1", 2);
    Map<String, Integer> none = new HashMap<>();
    none.put(null, 1);

    assertThat(note(keys, Map.class)).contains("cannot be written");
    assertThat(note(none, Map.class)).contains("cannot be written");
  }

  @Test
  void aSecretWithoutAnEndIsRedactedInBoundedTime() {
    Node node = new Node();
    node.next = node;
    Parameter secret = new Parameter("secret", Object.class, true);

    LetterArgument written =
        new ArgumentWriter(json, true)
            .capture(List.of(secret), List.of(node))
            .forLetter("1", null)
            .get(0);

    assertThat(written.note()).isEqualTo("[redacted]");
  }

  @Test
  void whatCannotBeKeptIsShownWithoutSecrets() {
    Account account = new Account();
    assertThat(note(account, Object.class)).contains("\"owner\":\"ada\"").doesNotContain("4111");

    account.note = "no card";
    assertThat(note(account, Object.class)).contains("another type").contains("\"note\":\"no card");
  }

  private String note(Object value, Type type) {
    LetterArgument written =
        new ArgumentWriter(json)
            .capture(List.of(new Parameter("value", type, false)), Arrays.asList(value))
            .forLetter("1", null)
            .get(0);
    assertThat(written.json()).isNull();
    assertThat(written.note()).hasSizeLessThan(2_100);
    return written.note();
  }

  static final class Node {
    public Node next;
  }

  record Throwing(Throwable thrown) {
    public int getNumber() {
      return sneak(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> int sneak(Throwable thrown) throws T {
      throw (T) thrown;
    }

    @Override
    public Throwable thrown() {
      return sneak(thrown) == 0 ? thrown : thrown;
    }
  }

  static final class Recursive {
    @SuppressWarnings("InfiniteRecursion") // which is the point
    public int getNumber() {
      return getNumber() + 1;
    }
  }

  static final class Holder {
    public Iterator<Integer> numbers = new ArrayList<>(List.of(1, 2)).iterator();
  }

  static final class Streaming {
    public InputStream in = new ByteArrayInputStream(new byte[1]);
  }

  static final class Account {
    public String owner = "ada";
    public String note = "card 4111111111111111";
  }
}
