package dev.mulligan.testkit;

import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.spi.MulliganListener;
import dev.mulligan.runtime.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** All that happened in a test, in order. Thread-safe. */
final class Timeline implements MulliganListener {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private final List<Moment> moments = new ArrayList<>();
  private final VirtualTime time;
  private final long seed;

  Timeline(VirtualTime time, long seed) {
    this.time = time;
    this.seed = seed;
  }

  synchronized void add(String policy, String location, Object what) {
    moments.add(new Moment(time.elapsed(), policy, location, what));
    notifyAll();
  }

  /** Waits for what other threads have still to tell: two real seconds at most. */
  synchronized void awaitUntil(BooleanSupplier told) {
    long deadline = System.nanoTime() + PATIENCE;
    try {
      for (long left = PATIENCE;
          left > 0 && !told.getAsBoolean();
          left = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized List<Moment> moments() {
    return List.copyOf(moments);
  }

  List<Moment> of(Selector selector) {
    return moments().stream()
        .filter(moment -> selector.matches(moment.policy(), moment.location()))
        .toList();
  }

  @Override
  public void onEvent(MulliganEvent event) {
    if (event instanceof AttemptFailed e) {
      add(e.policy(), e.method(), e);
    } else if (event instanceof Retrying e) {
      add(e.policy(), e.method(), e);
    } else if (event instanceof Recovered e) {
      add(e.policy(), e.method(), e);
    } else if (event instanceof Refused e) {
      add(e.policy(), e.method(), e);
    } else if (event instanceof Exhausted e) {
      add(e.policy(), e.method(), e);
    } else if (event instanceof FellBack e) {
      add(e.policy(), e.method(), e);
    } else if (event instanceof BreakerMoved e) {
      add(e.breaker(), e.breaker(), e);
    } else if (event instanceof LetterWritten e) {
      add(e.callId(), location(e.callId()), e);
    } else if (event instanceof LetterRejected e) {
      add(e.callId(), location(e.callId()), e);
    } else if (event instanceof Replayed e) {
      add(e.callId(), location(e.callId()), e);
    }
  }

  private static String location(String callId) {
    int parameters = callId.indexOf('(');
    return parameters < 0 ? callId : callId.substring(0, parameters);
  }

  /** Tells everything, with the seed, for messages of failures. */
  String text() {
    List<Moment> all = moments();
    String lines = all.stream().map(Moment::line).collect(Collectors.joining("\n"));
    return "seed "
        + seed
        + "; "
        + (all.isEmpty() ? "no attempt was made" : "what happened, in virtual time:\n" + lines);
  }
}
