package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.guard.Observed;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.replay.LettersInMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls fail and become letters of a real journal, while their threads are interrupted and their
 * futures cancelled again and again, wherever they happen to be.
 */
@Timeout(300)
class InterruptedCaptureTest {
  private static final int DISTURBANCES = Integer.getInteger("capture.interrupts", 100_000);
  private static final long SEED = Long.getLong("capture.seed", 20_310_101);

  private static final int AT_A_TIME = 10;

  /** More would all meet the same call. */
  private static final int TIMES_A_CALL = 2;

  private static final long SLOWEST_MICROS = 100;

  /** Small, so that segments are closed and compacted meanwhile. */
  private static final JournalLimits LIMITS =
      new JournalLimits(1 << 18, Duration.ofDays(1), 1 << 30, 1 << 30);

  @TempDir private Path folder;

  private final DisturbedShop shop = new DisturbedShop();
  private final ExecutorService ending = Executors.newFixedThreadPool(2);
  private final AtomicLong numbers = new AtomicLong();
  private final Semaphore pace = new Semaphore(0);
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final Set<Throwable> rejected = ConcurrentHashMap.newKeySet();

  /** Numbers of calls whose caller was told of no trouble with the letter, and of some. */
  private final Set<Long> kept = ConcurrentHashMap.newKeySet();

  private final Set<Long> lost = ConcurrentHashMap.newKeySet();

  /** Those whose letter nobody has waited for: it may have been written nevertheless. */
  private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();

  /** What cancelled calls have on their way when the journal is closed. */
  private final LettersInMemory late = new LettersInMemory();

  private final Set<String> wrongs = ConcurrentHashMap.newKeySet();

  @AfterEach
  void leave() {
    Observed.keepLettersIn(null);
    ending.shutdownNow();
  }

  @Test
  void neitherInterruptsNorCancellationsCostALetterAFlagOrAnOutcome() throws Exception {
    List<Disturbed> threads = threads();
    Journal journal = Journal.open(folder, LIMITS);
    try (Subscription listening = Mulligan.listen(this::note)) {
      Observed.keepLettersIn(journal);
      threads.forEach(Thread::start);
      disturb(threads);
      for (Disturbed thread : threads) {
        thread.finish();
        thread.join();
      }
      // The journal takes what comes next.
      int before = kept.size();
      new Blocking().call();
      assertThat(kept).hasSize(before + 1);
      Observed.keepLettersIn(late);
      journal.close();
      assertAccounts();
    }

    assertThat(wrongs).as("seed %d", SEED).isEmpty();
    assertThat(threads).extracting(Disturbed::flagsLost).containsOnly(0L);
    assertThat(threads).extracting(Disturbed::flagsMade).containsOnly(0L);
    assertThat(threads).extracting(Disturbed::flagsKept).allMatch(flags -> flags > 0);
  }

  private List<Disturbed> threads() {
    return List.of(
        new Blocking(),
        new Blocking(),
        new Blocking(),
        new Blocking(),
        new Blocking(),
        new Blocking(),
        new Later(),
        new Later());
  }

  private void disturb(List<Disturbed> threads) throws InterruptedException {
    Random random = new Random(SEED);
    int disturbed = 0;
    while (disturbed < DISTURBANCES) {
      // On a slow disk more of them meet the same call.
      boolean unused = pace.tryAcquire(SLOWEST_MICROS, TimeUnit.MICROSECONDS);
      for (int i = 0; i < AT_A_TIME; i++) {
        disturbed += threads.get(random.nextInt(threads.size())).disturb(random);
      }
    }
  }

  private void note(MulliganEvent event) {
    if (event instanceof LetterWritten letter && DisturbedShop.isCall(letter.callId())) {
      if (!written.add(letter.letterId())) {
        wrongs.add("letter " + letter.letterId() + " was written twice");
      }
    } else if (event instanceof LetterRejected letter && DisturbedShop.isCall(letter.callId())) {
      rejected.add(letter.reason());
    }
  }

  private void assertAccounts() throws IOException {
    List<Letter> stored;
    try (Journal journal = Journal.open(folder, LIMITS)) {
      stored = journal.list(LetterFilter.all(), null, Integer.MAX_VALUE);
      assertThat(journal.stats().received()).isEqualTo(stored.size());
    }
    awaitNews(stored.size());
    assertThat(rejected).allMatch(InterruptedCaptureTest::isForWantOfTime);
    assertThat(stored).extracting(Letter::id).doesNotHaveDuplicates();
    Set<String> acknowledged = new HashSet<>(written);
    late.list(LetterFilter.all(), null, Integer.MAX_VALUE)
        .forEach(l -> acknowledged.remove(l.id()));
    assertThat(stored).extracting(Letter::id).containsAll(acknowledged);
    assertThat(stored.size() - acknowledged.size()).isLessThanOrEqualTo(rejected.size());

    List<Long> calls = stored.stream().map(InterruptedCaptureTest::number).toList();
    assertThat(calls).doesNotHaveDuplicates().containsAll(kept);
    assertThat(calls).allMatch(n -> kept.contains(n) || lost.contains(n) || cancelled.contains(n));
    assertThat(numbers).hasValue(kept.size() + lost.size() + cancelled.size());
    assertThat(lost).hasSizeLessThanOrEqualTo(rejected.size());
    assertThat(stored).extracting(Letter::reason).contains(LetterReason.INTERRUPTED);
    assertThat(cancelled).isNotEmpty();
  }

  /** A thread that nobody waits for may be about to tell of its letter. */
  private void awaitNews(int letters) {
    long begin = System.nanoTime();
    while (written.size() + rejected.size() < letters
        && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(20)) {
      Thread.onSpinWait();
    }
  }

  /** Notes how a call has ended for its caller, and whether it was told of its letter's end. */
  private void ended(long number, Throwable failure, Throwable own) {
    if (failure != own) {
      wrongs.add("call " + number + " ended with " + failure);
    }
    boolean isLost = Arrays.stream(failure.getSuppressed()).anyMatch(IOException.class::isInstance);
    (isLost ? lost : kept).add(number);
    pace.release(TIMES_A_CALL);
  }

  private static long number(Letter letter) {
    return Long.parseLong(letter.arguments().get(0).json());
  }

  /** An interrupt is no reason, and neither is a channel that one has closed. */
  private static boolean isForWantOfTime(Throwable reason) {
    return reason.getMessage().startsWith("the journal did not answer within");
  }

  /** Calls methods that block. */
  private final class Blocking extends Disturbed {
    @Override
    void call() {
      long number = numbers.incrementAndGet();
      AtomicReference<Throwable> own = new AtomicReference<>();
      try {
        shop.call(number, own);
        wrongs.add("call " + number + " returned");
      } catch (Throwable failure) {
        ended(number, failure, own.get());
      }
    }
  }

  /** Begins calls whose attempts end elsewhere, some at a time. */
  private final class Later extends Disturbed {
    private static final int AT_ONCE = 8;
    private static final int CANCELS_ONE_OF = 4;

    private final List<Begun> begun = new CopyOnWriteArrayList<>();

    @Override
    void call() {
      long number = numbers.incrementAndGet();
      AtomicReference<Throwable> own = new AtomicReference<>();
      begun.add(new Begun(number, own, shop.callLater(number, own, ending)));
    }

    @Override
    void settle(boolean all) {
      if (all || begun.size() == AT_ONCE) {
        begun.forEach(this::settle);
        begun.clear();
      }
    }

    private void settle(Begun call) {
      try {
        call.outcome().join();
        wrongs.add("call " + call.number() + " returned");
      } catch (CancellationException e) {
        cancelled.add(call.number());
      } catch (CompletionException e) {
        ended(call.number(), e.getCause(), call.own().get());
      }
    }

    @Override
    int disturb(Random random) {
      if (random.nextInt(CANCELS_ONE_OF) > 0) {
        return super.disturb(random);
      }
      List<Begun> known = List.copyOf(begun);
      if (known.isEmpty()) {
        return 0;
      }
      Begun one = known.get(random.nextInt(known.size()));
      boolean isOver = one.outcome().isDone();
      boolean isCancelled = one.outcome().cancel(random.nextBoolean());
      return isCancelled && !isOver ? 1 : 0;
    }
  }

  private record Begun(
      long number, AtomicReference<Throwable> own, CompletableFuture<Object> outcome) {}
}
