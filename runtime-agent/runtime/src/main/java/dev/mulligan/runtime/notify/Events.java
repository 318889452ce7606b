package dev.mulligan.runtime.notify;

import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.MulliganListener;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Hands events to the listeners. Thread-safe. */
public final class Events {
  private static final EventLog LOG = new EventLog();
  private static final List<MulliganListener> LISTENERS = new CopyOnWriteArrayList<>();

  /** Whoever loads the listeners runs code of the application, which may fail and publish. */
  private static final ReentrantLock LOADING = new ReentrantLock();

  private static volatile boolean loaded;

  private Events() {}

  private static List<MulliganListener> listeners() {
    if (!loaded && !LOADING.isHeldByCurrentThread()) {
      LOADING.lock();
      try {
        if (!loaded) {
          LISTENERS.addAll(0, provided());
          loaded = true;
        }
      } finally {
        LOADING.unlock();
      }
    }
    return LISTENERS;
  }

  private static List<MulliganListener> provided() {
    List<MulliganListener> provided = new ArrayList<>();
    try {
      ServiceLoader.load(MulliganListener.class, Events.class.getClassLoader())
          .forEach(provided::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      Log.warn("A listener cannot be loaded: " + e.getMessage());
    }
    return provided;
  }

  /**
   * Adds a listener.
   *
   * @param listener the listener, called until it is removed
   */
  public static void add(MulliganListener listener) {
    LISTENERS.add(listener);
  }

  /**
   * Removes a listener.
   *
   * @param listener the listener; unknown ones are ignored
   */
  public static void remove(MulliganListener listener) {
    LISTENERS.remove(listener);
  }

  /**
   * Tells whether anybody looks at the events of single attempts and refusals; nobody need make
   * them otherwise.
   *
   * @param log the application's log
   * @return true if there is a listener, or the log shows them
   */
  public static boolean watchAttempts(AppLog log) {
    return !listeners().isEmpty() || log.isOn(Level.DEBUG);
  }

  /**
   * Tells all listeners. One that throws is logged and keeps neither the others nor the call from
   * going on.
   *
   * @param event what happened
   */
  public static void publish(MulliganEvent event) {
    publish(event, AppLog.own());
  }

  /**
   * Tells all listeners what happened in an application.
   *
   * @param event what happened
   * @param log the application's log
   */
  public static void publish(MulliganEvent event, AppLog log) {
    try {
      LOG.write(event, log);
    } catch (Throwable broken) {
      Log.warn("There is no line for " + event.getClass().getSimpleName(), broken);
    }
    List<MulliganListener> listeners;
    try {
      listeners = listeners();
    } catch (Throwable broken) {
      Log.warn("Listeners cannot be loaded just now", broken);
      listeners = LISTENERS;
    }
    for (MulliganListener listener : listeners) {
      try {
        listener.onEvent(event);
      } catch (Throwable broken) {
        Log.warn("A listener threw on " + event.getClass().getSimpleName(), broken);
      }
    }
  }
}
