package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps lost calls in the store, and calls them again. Thread-safe. */
public final class DeadLetterOffice implements DeadLetters {
  /** How long a failing call may be held up by its letter. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final StoreOpener store;
  private final Map<String, WeakReference<LetterBox>> boxes = new ConcurrentHashMap<>();
  private final Receivers receivers = new Receivers();
  private final ThreadLocal<String> replaying = new ThreadLocal<>();

  /**
   * Creates the office.
   *
   * @param store opens the store at the first letter
   */
  public DeadLetterOffice(StoreOpener store) {
    this.store = store;
  }

  /**
   * Makes a method known for replay.
   *
   * @param box its policy; the caller keeps it reachable
   */
  public void register(LetterBox box) {
    boxes.put(box.callId(), new WeakReference<>(box));
  }

  /**
   * Keeps a lost call. Never throws: what goes wrong is logged, published, and returned.
   *
   * @param box the method's policy
   * @param call the call
   * @return what went wrong, or null
   */
  public @Nullable Throwable keep(LetterBox box, LostCall call) {
    if (box.callId().equals(replaying.get())) {
      // The letter of this call exists already; the replay writes down that it failed again.
      return null;
    }
    receivers.remember(box.callId(), call.receiver());
    try {
      Letter letter = box.write(call);
      store.open().append(letter, LIMIT);
      Events.publish(new LetterWritten(letter.id(), letter.callId(), letter.type(), letter.key()));
      return null;
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      Log.warn("A dead letter of " + box.callId() + " could not be kept: " + e);
      Events.publish(new LetterRejected(box.callId(), e));
      return e;
    }
  }

  @Override
  public List<Letter> list(LetterFilter filter) {
    try {
      return store.open().list(filter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Letter> find(String id) {
    try {
      return store.open().find(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public LetterStats stats() {
    return LetterStats.of(list(LetterFilter.all()));
  }

  @Override
  public ReplayResult replay(String id) {
    Optional<Letter> letter = find(id);
    return letter.isPresent() ? replay(letter.get()) : notReplayable(id, "there is no such letter");
  }

  @Override
  public List<ReplayResult> replay(LetterFilter filter) {
    List<ReplayResult> results = new ArrayList<>();
    for (Letter letter : list(filter)) {
      if (letter.state() == LetterState.STORED) {
        results.add(replay(letter));
      }
    }
    return results;
  }

  private ReplayResult replay(Letter letter) {
    if (letter.state() != LetterState.STORED) {
      return notReplayable(letter.id(), "the letter is " + letter.state());
    }
    WeakReference<LetterBox> reference = boxes.get(letter.callId());
    LetterBox box = reference == null ? null : reference.get();
    if (box == null) {
      return notReplayable(letter.id(), "no method " + letter.callId() + " is loaded");
    }
    Object receiver =
        box.method().isStatic() ? null : receivers.find(letter.callId(), box.method());
    if (receiver == null && !box.method().isStatic()) {
      return notReplayable(letter.id(), "there is no object to call " + letter.callId() + " on");
    }
    Object[] arguments;
    try {
      arguments = ArgumentCodec.read(letter, box.method().parameters());
    } catch (IllegalArgumentException e) {
      return new ReplayResult(letter.id(), Outcome.NOT_REPLAYABLE, e);
    }
    return call(letter, box, receiver, arguments);
  }

  private ReplayResult call(
      Letter letter, LetterBox box, @Nullable Object receiver, Object[] arguments) {
    Throwable failure = null;
    String before = replaying.get();
    replaying.set(box.callId());
    try {
      box.method().invoke(receiver, arguments);
    } catch (Throwable e) {
      failure = e;
    } finally {
      if (before == null) {
        replaying.remove();
      } else {
        replaying.set(before);
      }
    }
    Outcome outcome = failure == null ? Outcome.REPLAYED : Outcome.FAILED;
    try {
      LetterState state = failure == null ? LetterState.REPLAYED : LetterState.STORED;
      int failed = letter.replays() + (failure == null ? 0 : 1);
      store.open().change(letter.id(), state, failed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Events.publish(new Replayed(letter.id(), letter.callId(), failure == null));
    return new ReplayResult(letter.id(), outcome, failure);
  }

  @Override
  public void discard(String id) {
    Letter letter =
        find(id).orElseThrow(() -> new IllegalArgumentException("there is no letter " + id));
    try {
      store.open().change(id, LetterState.DISCARDED, letter.replays());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReplayResult notReplayable(String id, String why) {
    return new ReplayResult(id, Outcome.NOT_REPLAYABLE, new IllegalStateException(why));
  }

  /** Opens the store, once. */
  @FunctionalInterface
  public interface StoreOpener {
    /**
     * Opens the store or returns the open one.
     *
     * @return the store
     * @throws IOException if it cannot be opened; the next call tries again
     */
    DeadLetterStore open() throws IOException;
  }
}
