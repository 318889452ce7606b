package dev.mulligan.runtime.log;

import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log of one application, and its logging context: the slf4j that a class loader sees, where
 * that is another than the runtime's own. Under the agent the runtime is in the system loader, and
 * an application in a fat jar or a web archive brings its slf4j along. Never throws. Thread-safe.
 *
 * <p>What is found hangs on the application's own class, so that it goes when the application goes.
 */
public final class AppLog {
  private static final AppLog OWN = new AppLog(null);
  private static final ClassValue<AppLog> OF_FACTORIES =
      new ClassValue<>() {
        @Override
        protected AppLog computeValue(Class<?> factory) {
          return find(factory);
        }
      };

  /** Loaders that see no slf4j: to ask them takes long, and every guard would. */
  private static final Set<ClassLoader> WITHOUT =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final @Nullable ForeignSlf4j foreign;

  private AppLog(@Nullable ForeignSlf4j foreign) {
    this.foreign = foreign;
  }

  /**
   * Gives the runtime's own log.
   *
   * @return where lines go that belong to no application
   */
  public static AppLog own() {
    return OWN;
  }

  /**
   * Finds the log of an application.
   *
   * @param loader the class loader of a guarded class
   * @return its log; the runtime's own if it sees no other
   */
  public static AppLog of(@Nullable ClassLoader loader) {
    try {
      if (loader == null || WITHOUT.contains(loader)) {
        return OWN;
      }
      Class<?> factory = Class.forName(ForeignSlf4j.FACTORY, false, loader);
      return isOwn(factory) ? OWN : OF_FACTORIES.get(factory);
    } catch (ClassNotFoundException none) {
      WITHOUT.add(loader);
      return OWN;
    } catch (Throwable unusable) {
      return OWN;
    }
  }

  private static boolean isOwn(Class<?> factory) {
    try {
      return factory == LoggerFactory.class;
    } catch (LinkageError none) {
      return false;
    }
  }

  private static AppLog find(Class<?> factory) {
    try {
      return new AppLog(new ForeignSlf4j(factory));
    } catch (Throwable unusable) {
      Log.warn("The slf4j of " + factory.getClassLoader() + " cannot be used", unusable);
      return OWN;
    }
  }

  /**
   * Tells whether it is worth composing a message.
   *
   * @param level the level of the message
   * @return true if such messages are logged; false also if the log itself fails
   */
  public boolean isOn(Level level) {
    try {
      return foreign == null ? Log.isOn(level) : foreign.isOn(level);
    } catch (Throwable e) {
      return false;
    }
  }

  /**
   * Logs a message.
   *
   * @param level as in {@link Log#log}
   * @param message the message
   */
  public void log(Level level, String message) {
    try {
      if (foreign == null) {
        Log.log(level, message);
      } else {
        foreign.log(level, Text.oneLine(message));
      }
    } catch (Throwable e) {
      // A log that fails must not change the outcome of a call.
    }
  }

  /**
   * Logs what an operator should look at, with the exception behind it.
   *
   * @param message the message
   * @param cause the exception, shown in one line
   */
  public void warn(String message, Throwable cause) {
    String summary;
    try {
      summary = Text.summary(cause);
    } catch (Throwable e) {
      // Its message may hold a secret, so that is not shown as it is.
      summary = cause.getClass().getName();
    }
    try {
      log(Level.WARNING, message + ": " + summary);
    } catch (Throwable e) {
      // As above.
    }
  }

  /**
   * Copies the logging context of this thread.
   *
   * @return the context, or null if there is none
   */
  public @Nullable Map<String, String> captureContext() {
    try {
      return foreign == null ? Mdc.capture() : foreign.captureContext();
    } catch (Throwable e) {
      return null;
    }
  }

  /**
   * Replaces the logging context of this thread.
   *
   * @param context the context, or null for none
   */
  public void restoreContext(@Nullable Map<String, String> context) {
    try {
      if (foreign == null) {
        Mdc.restore(context);
      } else {
        foreign.restoreContext(context);
      }
    } catch (Throwable e) {
      // Then there is no context to restore.
    }
  }
}
