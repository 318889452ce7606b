package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * All guards whose methods are still loaded, so that they can follow configuration. Thread-safe.
 */
final class LiveGuards {
  private static final Queue<WeakReference<PlanSource>> SOURCES = new ConcurrentLinkedQueue<>();

  private LiveGuards() {}

  /** Held here, because configuration holds its listeners weakly. */
  private static final Config.Listener FOLLOW = LiveGuards::follow;

  private static final AtomicBoolean FOLLOWS = new AtomicBoolean();

  static void add(Guard guard) {
    SOURCES.add(new WeakReference<>(Objects.requireNonNull(guard.live().source())));
    if (!FOLLOWS.get() && FOLLOWS.compareAndSet(false, true)) {
      begin();
    }
  }

  /** No static initializer: what fails now, such as the start of a thread, may work next time. */
  private static void begin() {
    boolean begun = false;
    try {
      Config.onChange(FOLLOW);
      SwitchBoard.announce();
      begun = true;
    } finally {
      FOLLOWS.set(begun);
    }
  }

  /** Tells operators of all guards. */
  static List<Map<String, Object>> describe() {
    return SOURCES.stream()
        .map(WeakReference::get)
        .filter(Objects::nonNull)
        .map(PlanSource::describe)
        .sorted(Comparator.comparing(guard -> String.valueOf(guard.get("method"))))
        .toList();
  }

  private static void follow(Set<String> keys) {
    if (keys.stream().allMatch(SwitchBoard::isSwitch)) {
      forEach(PlanSource::turn);
    } else {
      refresh();
    }
    Shutdown.lookAgain();
    SwitchBoard.announce();
  }

  static void refresh() {
    SOURCES.removeIf(reference -> reference.get() == null);
    forEach(PlanSource::refresh);
  }

  private static void forEach(Consumer<PlanSource> step) {
    SOURCES.stream().map(WeakReference::get).filter(Objects::nonNull).forEach(step);
  }
}
