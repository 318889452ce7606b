package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.async.AsyncAdapters;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.letter.Upcaster;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps lost calls in the store, and calls them again. Thread-safe. */
public final class DeadLetterOffice implements DeadLetters {
  /** How long a failing call may be held up by its letter. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** How long an operator waits for the store. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final LazyStore store;
  private final Boxes boxes = new Boxes();
  private final Receivers receivers = new Receivers();
  private final Set<String> underReplay = ConcurrentHashMap.newKeySet();
  private volatile @Nullable DeadLetterStore inPlace;

  /**
   * Creates the office.
   *
   * @param opener opens the store, on a thread of its own; called again if it failed
   */
  public DeadLetterOffice(Callable<DeadLetterStore> opener) {
    this.store = new LazyStore(opener);
  }

  /**
   * Keeps letters somewhere else for a while. The store proper is not opened meanwhile.
   *
   * @param store where, or null for the store proper
   */
  public void keepIn(@Nullable DeadLetterStore store) {
    inPlace = store;
  }

  private DeadLetterStore store(Duration limit) throws IOException {
    DeadLetterStore other = inPlace;
    return other == null ? store.get(limit) : other;
  }

  /**
   * Makes a method known for replay. Of two methods with the same given id the first is called.
   *
   * @param box its policy; the caller keeps it reachable
   */
  public void register(LetterBox box) {
    boxes.register(box);
  }

  /**
   * Tells whether a call is the replay of a letter: the letter exists already, and the replay
   * writes down that it failed again.
   *
   * @param box the method's policy
   * @param arguments the arguments of the call
   * @return takes the call's failure, if this thread replays just this call; null for other calls
   */
  public @Nullable Consumer<Throwable> replay(LetterBox box, Object[] arguments) {
    ReplayScope scope = ReplayScope.of(box.callId(), Arrays.asList(arguments));
    return scope == null ? null : scope::failed;
  }

  /**
   * Keeps a lost call. Never throws: what goes wrong is logged, published, and returned.
   *
   * @param box the method's policy
   * @param call the call
   * @return what went wrong, or null
   */
  public @Nullable Throwable keep(LetterBox box, LostCall call) {
    receivers.remember(box.method(), box.callId(), call.receiver());
    try {
      Letter letter = box.write(call);
      boxes.remember(letter, box);
      store(LIMIT).append(letter, LIMIT);
      Events.publish(
          new LetterWritten(letter.id(), letter.callId(), letter.type(), letter.key()),
          box.method().log());
      return null;
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      Events.publish(new LetterRejected(box.callId(), e), box.method().log());
      return e;
    }
  }

  @Override
  public List<Letter> list(LetterFilter filter) {
    try {
      return store(PATIENCE).list(filter, null, Integer.MAX_VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit) {
    try {
      return store(PATIENCE).list(filter, after, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ReplayReport replay(ReplayOrder order, Predicate<ReplayResult> progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void upcast(String oldCallId, String newCallId, Upcaster upcaster) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long purge(LetterFilter filter) {
    try {
      return store(PATIENCE).purge(filter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Letter> find(String id) {
    try {
      return store(PATIENCE).find(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public LetterStats stats() {
    try {
      return store(PATIENCE).stats();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ReplayResult replay(String id) {
    if (!underReplay.add(id)) {
      return notReplayable(id, "the letter is being replayed");
    }
    try {
      // Read under the claim: another replay may have ended just before.
      Optional<Letter> letter = find(id);
      return letter.isPresent()
          ? replay(letter.get())
          : notReplayable(id, "there is no such letter");
    } finally {
      underReplay.remove(id);
    }
  }

  @Override
  public List<ReplayResult> replay(LetterFilter filter) {
    return list(filter).stream()
        .filter(letter -> letter.state() == LetterState.STORED)
        .map(letter -> replay(letter.id()))
        .toList();
  }

  private ReplayResult replay(Letter letter) {
    if (letter.state() != LetterState.STORED) {
      return notReplayable(letter.id(), "the letter is " + letter.state());
    }
    LetterBox box = boxes.find(letter);
    if (box == null) {
      Summons summons = new Summons(letter, boxes.loaders());
      summons.summon();
      box = boxes.find(letter);
      if (box == null) {
        return notReplayable(letter.id(), summons.reason());
      }
    }
    return replay(letter, box);
  }

  private ReplayResult replay(Letter letter, LetterBox box) {
    boolean isStatic = box.method().isStatic();
    Object receiver = isStatic ? null : receivers.find(letter.callId(), box.method());
    if (receiver == null && !isStatic) {
      return notReplayable(letter.id(), "there is no object to call " + letter.callId() + " on");
    }
    Object[] arguments;
    try {
      arguments = box.read(letter);
    } catch (IllegalArgumentException e) {
      return new ReplayResult(letter.id(), Outcome.NOT_REPLAYABLE, e);
    }
    return call(letter, box, receiver, arguments);
  }

  private ReplayResult call(
      Letter letter, LetterBox box, @Nullable Object receiver, Object[] arguments) {
    Throwable failure = null;
    ReplayScope scope = ReplayScope.enter(box.callId(), arguments);
    try {
      awaitEnd(box.method(), box.method().invoke(receiver, arguments));
    } catch (ExecutionException e) {
      failure = e.getCause();
    } catch (Throwable e) {
      failure = e;
    } finally {
      ReplayScope.leave();
    }
    // A call may fail and return: with the result that its policy does not want.
    failure = failure == null ? scope.failure() : failure;
    boolean succeeded = failure == null;
    try {
      DeadLetterStore store = store(PATIENCE);
      Settlement how = succeeded ? Settlement.REPLAYED : Settlement.FAILED;
      store.claim(letter.id(), "me", PATIENCE);
      store.settle(letter.id(), letter.status().token() + 1, how);
    } catch (IOException e) {
      Log.warn("The replay of letter " + letter.id() + " could not be written down", e);
    }
    Events.publish(new Replayed(letter.id(), letter.callId(), succeeded), box.method().log());
    return new ReplayResult(letter.id(), succeeded ? Outcome.REPLAYED : Outcome.FAILED, failure);
  }

  /** A result that comes later is waited for: until then nobody knows how the replay ends. */
  private static void awaitEnd(GuardedMethod method, @Nullable Object result)
      throws ExecutionException, InterruptedException {
    AsyncAdapter adapter =
        AsyncAdapters.find(method.type().returnType(), method.declaring().getClassLoader());
    if (adapter != null && result != null) {
      adapter.toStage(result).toCompletableFuture().get();
    }
  }

  @Override
  public void discard(String id) {
    find(id).orElseThrow(() -> new IllegalArgumentException("there is no letter " + id));
    try {
      store(PATIENCE).discard(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReplayResult notReplayable(String id, String why) {
    return new ReplayResult(id, Outcome.NOT_REPLAYABLE, new IllegalStateException(why));
  }
}
