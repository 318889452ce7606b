package dev.mulligan.runtime.replay;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls that note themselves, and end as a test wants. Thread-safe. */
public final class ScriptedCalls implements Fitter {
  private final List<String> made = new ArrayList<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Set<String> unfit = ConcurrentHashMap.newKeySet();
  private volatile Step during = id -> {};

  /** Lets the calls of these letters fail. */
  public ScriptedCalls failing(int... numbers) {
    for (int number : numbers) {
      failing.add(SampleLetters.id(number));
    }
    return this;
  }

  /** Lets these letters have nothing to call. */
  public ScriptedCalls unfit(int... numbers) {
    for (int number : numbers) {
      unfit.add(SampleLetters.id(number));
    }
    return this;
  }

  /** Does something in each call. */
  public ScriptedCalls during(Step step) {
    during = step;
    return this;
  }

  /** The letters that were called, in order. */
  public synchronized List<String> made() {
    return List.copyOf(made);
  }

  private synchronized void note(String id) {
    made.add(id);
  }

  @Override
  public FittedCall fit(Letter letter) throws NotReplayableException {
    String id = letter.id();
    if (unfit.contains(id)) {
      throw new NotReplayableException("no longer fits");
    }
    return new FittedCall() {
      @Override
      public @Nullable Throwable make() throws InterruptedException {
        note(id);
        try {
          during.take(id);
        } catch (IOException unexpected) {
          throw new UncheckedIOException(unexpected);
        }
        return failing.contains(id) ? new IOException("no answer again") : null;
      }

      @Override
      public ReplayFailure describe(Throwable failure) {
        return new ReplayFailure(Time.now(), FailureType.NETWORK, failure.toString());
      }

      @Override
      public AppLog log() {
        return AppLog.own();
      }
    };
  }

  /** What happens in a call. */
  @FunctionalInterface
  public interface Step {
    /** Takes the letter's id. */
    void take(String id) throws InterruptedException, IOException;
  }
}
