package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.VirtualTime;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Arguments that make call after call fail are not attempted again, and an outage is not blamed on
 * them.
 */
class PoisonTest {
  private static final String SETTING = "mulligan.letters.poisonAfter";

  private final Kept kept = new Kept();
  private VirtualTime time;
  private int bodies;
  private Supplier<Exception> failure = () -> new IllegalStateException("broken");

  @BeforeEach
  void keepLettersHere() {
    time = VirtualTime.install();
    Registry.deadLetters().keepIn(kept);
  }

  @AfterEach
  void leave() {
    Registry.deadLetters().keepIn(null);
    System.clearProperty(SETTING);
    time.close();
  }

  @Test
  void argumentsThatFailFiveTimesInARowAreNotAttemptedAgain() {
    Guard guard = withBreaker("one");
    succeed(guard, 100);

    // Five calls with three attempts each, then one attempt a call.
    fail(guard, "bad", 7);

    assertThat(bodies).isEqualTo(5 * 3 + 2);
    assertThat(kept.reasons())
        .containsExactly(
            LetterReason.FAILED,
            LetterReason.FAILED,
            LetterReason.FAILED,
            LetterReason.FAILED,
            LetterReason.FAILED,
            LetterReason.POISON,
            LetterReason.POISON);
    fail(guard, "other", 1);
    assertThat(bodies).isEqualTo(5 * 3 + 2 + 3);
  }

  @Test
  void poisonIsNeutralForTheBreaker() {
    Guard guard = withBreaker("two");
    succeed(guard, 100);
    fail(guard, "bad", 5);
    long before = rates(guard);

    fail(guard, "bad", 50);

    assertThat(rates(guard)).isEqualTo(before);
    assertThat(kept.reasons()).hasSize(55);
  }

  @Test
  void anOutageIsNeverPoison() {
    Guard guard = withBreaker("three");

    fail(guard, "bad", 20);

    assertThat(kept.reasons()).containsOnly(LetterReason.FAILED);
    // Nor is what failed then held against the arguments once others succeed.
    succeed(guard, 200);
    fail(guard, "bad", 1);
    assertThat(kept.reasons()).hasSize(21).containsOnly(LetterReason.FAILED);
  }

  @Test
  void failuresOfTheNetworkAreNotBlamedOnArguments() {
    Guard guard = withBreaker("four");
    succeed(guard, 500);
    failure = () -> new SocketTimeoutException("slow");

    fail(guard, "bad", 20);

    assertThat(kept.reasons()).containsOnly(LetterReason.FAILED);
  }

  @Test
  void withoutABreakerItTakesTenOfTheSameKind() {
    Guard guard = withoutBreaker();

    fail(guard, "bad", 9);
    failure = () -> new IllegalArgumentException("another");
    fail(guard, "bad", 1);
    failure = () -> new IllegalStateException("broken");
    fail(guard, "bad", 10);
    assertThat(kept.reasons()).hasSize(20).containsOnly(LetterReason.FAILED);

    fail(guard, "bad", 1);
    assertThat(kept.reasons()).hasSize(21).endsWith(LetterReason.POISON);
  }

  @Test
  void aSuccessAfterAFailureClearsIt() {
    Guard guard = withBreaker("five");
    succeed(guard, 100);
    fail(guard, "bad", 4);

    recover(guard, "bad");
    fail(guard, "bad", 4);

    assertThat(kept.reasons()).hasSize(8).containsOnly(LetterReason.FAILED);
    fail(guard, "bad", 2);
    assertThat(kept.reasons()).endsWith(LetterReason.FAILED, LetterReason.POISON);
  }

  @Test
  void anHourLaterItIsTriedAgain() {
    Guard guard = withBreaker("six");
    succeed(guard, 100);
    fail(guard, "bad", 6);
    assertThat(kept.reasons()).endsWith(LetterReason.POISON);

    time.advance(Duration.ofMinutes(61));
    succeed(guard, 100);
    fail(guard, "bad", 1);

    assertThat(kept.reasons()).endsWith(LetterReason.FAILED);
  }

  @Test
  void itCanBeSwitchedOffAndSetOtherwise() {
    System.setProperty(SETTING, "0");
    Guard guard = withBreaker("seven");
    succeed(guard, 500);
    fail(guard, "bad", 20);
    assertThat(kept.reasons()).containsOnly(LetterReason.FAILED);

    System.setProperty(SETTING, "2");
    fail(guard, "bad", 3);
    assertThat(kept.reasons())
        .endsWith(LetterReason.FAILED, LetterReason.FAILED, LetterReason.POISON);
  }

  @Test
  void argumentsThatAreNotKnownAsAWholeAreNotBlamed() {
    Guard guard =
        Guards.method(MethodHandles.lookup(), Shop.class, "login", type(void.class))
            .retry("delay=0ms")
            .deadLetter()
            .parameters("password")
            .build();

    fail(guard, "bad", 30);

    assertThat(kept.reasons()).hasSize(30).containsOnly(LetterReason.FAILED);
  }

  @Test
  void stagesToo() {
    Guard guard =
        Guards.method(MethodHandles.lookup(), Shop.class, "later", type(CompletionStage.class))
            .retry("delay=0ms")
            .deadLetter()
            .parameters("text")
            .build();

    for (int i = 0; i < 12; i++) {
      CompletionStage<Object> stage = guard.call(this::failedStage, new Shop(), "bad later");
      assertThat(stage.toCompletableFuture()).failsWithin(Duration.ofSeconds(20));
    }

    assertThat(bodies).isEqualTo(10 * 3 + 2);
    assertThat(kept.reasons())
        .endsWith(LetterReason.FAILED, LetterReason.POISON, LetterReason.POISON);
  }

  private CompletionStage<Object> failedStage() {
    bodies++;
    return CompletableFuture.failedFuture(failure.get());
  }

  private Guard withBreaker(String name) {
    return Guards.method(MethodHandles.lookup(), Shop.class, "buy", type(void.class))
        .retry("delay=0ms")
        .circuitBreaker("name=poison " + name, "window=1000 calls", "minimumCalls=1000")
        .deadLetter("id=poison " + name)
        .parameters("text")
        .build();
  }

  private Guard withoutBreaker() {
    return Guards.method(MethodHandles.lookup(), Shop.class, "sell", type(void.class))
        .retry("delay=0ms")
        .deadLetter()
        .parameters("text")
        .build();
  }

  private static MethodType type(Class<?> result) {
    return MethodType.methodType(result, String.class);
  }

  private static long rates(Guard guard) {
    return guard.plan().admission().breakers().single().rates().calls();
  }

  private void succeed(Guard guard, int calls) {
    for (int i = 0; i < calls; i++) {
      guard.succeeded(null, guard.enter());
    }
  }

  private void fail(Guard guard, String argument, int calls) {
    for (int i = 0; i < calls; i++) {
      assertThatThrownBy(() -> attemptAll(guard, argument)).isInstanceOf(Exception.class);
    }
  }

  private void attemptAll(Guard guard, String argument) {
    Call call = guard.failed(null, guard.enter(), guard.start(), body(), new Shop(), argument);
    while (true) {
      call = guard.failed(call, call.permit(), 0, body(), new Shop(), argument);
    }
  }

  private void recover(Guard guard, String argument) {
    Call call = guard.failed(null, guard.enter(), guard.start(), body(), new Shop(), argument);
    guard.succeeded(call, call.permit());
  }

  private Exception body() {
    bodies++;
    return failure.get();
  }

  /** Lends its methods. */
  @SuppressWarnings("unused")
  static final class Shop {
    void buy(String text) {}

    void sell(String text) {}

    void login(String password) {}

    CompletionStage<String> later(String text) {
      return CompletableFuture.completedFuture(text);
    }
  }

  /** Keeps letters in a list. */
  private static final class Kept implements DeadLetterStore {
    private final List<Letter> letters = new ArrayList<>();

    synchronized List<LetterReason> reasons() {
      return letters.stream().map(Letter::reason).toList();
    }

    @Override
    public synchronized Letter append(Letter letter, Duration limit) {
      letters.add(letter);
      return letter;
    }

    @Override
    public Optional<Letter> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<Letter> list(LetterFilter filter, String after, int limit) {
      return List.of();
    }

    @Override
    public LetterStats stats() {
      return new LetterStats.Counting().stats(0, 0);
    }

    @Override
    public Optional<Letter> claim(String id, String owner, Duration lease) {
      return Optional.empty();
    }

    @Override
    public boolean renew(String id, long token, Duration lease) {
      return false;
    }

    @Override
    public boolean settle(String id, long token, Settlement how) {
      return false;
    }

    @Override
    public boolean discard(String id) {
      return false;
    }

    @Override
    public long purge(LetterFilter filter) {
      return 0;
    }

    @Override
    public void close() {}
  }
}
