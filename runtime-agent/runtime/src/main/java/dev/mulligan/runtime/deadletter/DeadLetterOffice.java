package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.Upcaster;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.replay.Replays;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.Spooled;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
  private final LetterCalls calls = new LetterCalls();
  private final Replays replays = new Replays(() -> store(PATIENCE), calls);
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
   * Tells what waits for a remote store.
   *
   * @return what waits, or null if there is no spool, or no letter was kept or looked for yet
   * @throws IOException if the spool cannot be read
   */
  public @Nullable Spooled spooled() throws IOException {
    return store.ifOpen() instanceof SpoolingStore spooling ? spooling.spooled() : null;
  }

  /**
   * Gives what replays letters, for those who also want to stop it between two calls.
   *
   * @return the only instance of this office
   */
  public Replays replays() {
    return replays;
  }

  /**
   * Makes a method known for replay. Of two methods with the same given id the first is called.
   *
   * @param box its policy; the caller keeps it reachable
   */
  public void register(LetterBox box) {
    calls.register(box);
  }

  /**
   * Tells whether a call is the replay of a letter: the letter exists already, and the replay
   * writes down that it failed again.
   *
   * @param box the method's policy
   * @param receiver the object, or null for a static method
   * @param arguments the arguments of the call
   * @return takes the call's failure, if this thread replays just this call; null for other calls
   */
  public @Nullable Consumer<Throwable> ongoingReplay(
      LetterBox box, @Nullable Object receiver, Object[] arguments) {
    ReplayScope scope = ReplayScope.of(receiver, box.callId(), Arrays.asList(arguments));
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
    calls.remember(box, call.receiver());
    try {
      if (!LetterClasses.prepared()) {
        throw new StackOverflowError("too little stack is left for the first letter");
      }
      Letter written = box.write(call);
      Letter letter = store(LIMIT).append(written, LIMIT);
      // It may have been taken into one that waited already.
      calls.remember(letter, box);
      Events.publish(
          new LetterWritten(letter.id(), letter.callId(), letter.type(), letter.key()),
          box.method().log());
      return null;
    } catch (Throwable e) {
      Events.publish(new LetterRejected(box.callId(), e), box.method().log());
      return e;
    }
  }

  @Override
  public List<Letter> list(LetterFilter filter) {
    return unchecked(() -> store(PATIENCE).list(filter, null, Integer.MAX_VALUE));
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit = " + limit + ": must be 1 or more");
    }
    return unchecked(() -> store(PATIENCE).list(filter, after, limit));
  }

  @Override
  public Optional<Letter> find(String id) {
    return unchecked(() -> store(PATIENCE).find(id));
  }

  @Override
  public LetterStats stats() {
    return unchecked(() -> store(PATIENCE).stats());
  }

  @Override
  public ReplayResult replay(String id) {
    return unchecked(() -> replays.replay(id));
  }

  @Override
  public List<ReplayResult> replay(LetterFilter filter) {
    List<ReplayResult> results = new ArrayList<>();
    ReplayReport unused = replay(ReplayOrder.of(filter), results::add);
    return List.copyOf(results);
  }

  @Override
  public ReplayReport replay(ReplayOrder order, Predicate<ReplayResult> progress) {
    return unchecked(() -> replays.replay(order, null, progress, () -> false));
  }

  @Override
  public void upcast(String oldCallId, String newCallId, Upcaster upcaster) {
    calls.upcast(oldCallId, newCallId, upcaster);
  }

  @Override
  public void discard(String id) {
    if (!unchecked(() -> store(PATIENCE).discard(id))) {
      Letter letter =
          find(id).orElseThrow(() -> new IllegalArgumentException("there is no letter " + id));
      throw new IllegalStateException(
          letter.status().owner() == null
              ? "letter " + id + " is " + letter.state()
              : "letter " + id + " is being replayed by " + letter.status().owner());
    }
  }

  @Override
  public long purge(LetterFilter filter) {
    return unchecked(() -> store(PATIENCE).purge(filter));
  }

  private static <T> T unchecked(StoreAction<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done with the store. */
  @FunctionalInterface
  private interface StoreAction<T> {
    T run() throws IOException;
  }
}
