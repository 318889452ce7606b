package dev.mulligan.runtime.config;

import dev.mulligan.runtime.event.ConfigurationChanged;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.notify.Events;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;

/** Who is told of changes. Listeners are held weakly. Thread-safe. */
final class Listeners {
  private final Set<Config.Listener> listeners = Collections.newSetFromMap(new WeakHashMap<>());

  synchronized void add(Config.Listener listener) {
    listeners.add(listener);
  }

  synchronized void remove(Config.Listener listener) {
    listeners.remove(listener);
  }

  void tell(Map<String, Change> changes) {
    Set<String> keys = Collections.unmodifiableSet(new TreeSet<>(changes.keySet()));
    for (Config.Listener listener : current()) {
      try {
        listener.changed(keys);
      } catch (Throwable broken) {
        Log.warn("A listener of the configuration threw", broken);
      }
    }
    changes.forEach(
        (key, change) ->
            Events.publish(
                new ConfigurationChanged(
                    key, Secrets.shown(key, change.before()), Secrets.shown(key, change.after()))));
  }

  private synchronized List<Config.Listener> current() {
    return List.copyOf(listeners);
  }
}
