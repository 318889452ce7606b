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
import java.util.function.Consumer;

/**
 * All guards whose methods are still loaded, so that they can follow configuration. Thread-safe.
 */
final class LiveGuards {
  private static final Queue<WeakReference<PlanSource>> SOURCES = new ConcurrentLinkedQueue<>();

  private LiveGuards() {}

  /** Held here, because configuration holds its listeners weakly. */
  private static final Config.Listener FOLLOW = LiveGuards::follow;

  static {
    Config.onChange(FOLLOW);
    SwitchBoard.announce();
  }

  static void add(Guard guard) {
    SOURCES.add(new WeakReference<>(guard.live().source()));
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
