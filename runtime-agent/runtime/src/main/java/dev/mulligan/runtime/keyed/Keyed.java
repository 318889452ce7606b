package dev.mulligan.runtime.keyed;

import dev.mulligan.runtime.time.Tick;
import dev.mulligan.runtime.time.Ticker;
import dev.mulligan.runtime.time.Time;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing a key, and no more things than a bound. Thread-safe.
 *
 * <p>To find what is there takes one hash lookup, and allocates nothing where the key is a value of
 * the JDK. About once a minute, and when it is full, those that are idle make room; when it is full
 * it looks at most once a second, so that a flood of new keys costs little.
 *
 * <p>Something may be removed while a caller still uses it: what the caller then tells it is
 * forgotten.
 *
 * @param <T> what belongs to a key
 */
public final class Keyed<T> {
  private static final long PERIOD = 60_000_000_000L;
  private static final long SHORTEST = 1_000_000_000L;
  private static final Object NULL = new Object();

  private final int most;
  private final Function<String, T> make;
  private final Predicate<T> idle;
  private final ConcurrentHashMap<Object, T> things = new ConcurrentHashMap<>();
  private final Tick tick = now -> sweep();
  private boolean ticking;
  private long swept = Time.nanoTime();
  private volatile long evicted;

  /**
   * Starts empty.
   *
   * @param most how many things there are at most
   * @param make makes the thing of a key that is shown so; called without a lock, and now and then
   *     for a thing that is not used
   * @param idle asked at each sweep, by one thread at a time, whether a thing may go; must not
   *     register with the {@link Ticker}, which may be asking
   */
  public Keyed(int most, Function<String, T> make, Predicate<T> idle) {
    this.most = most;
    this.make = make;
    this.idle = idle;
  }

  /**
   * Finds or makes the thing of a key.
   *
   * @param key see {@link #get}
   * @param shown how the key is shown; asked only when a thing is made
   * @return the thing, or null if there is no room for it
   */
  public @Nullable T of(@Nullable Object key, Function<@Nullable Object, String> shown) {
    T known = get(key);
    return known != null ? known : add(key, shown);
  }

  /**
   * Finds the thing of a key.
   *
   * @param key compared by {@code equals} if it is a value of the JDK, by its elements if it is an
   *     array, else by its text; null is a key of its own
   * @return the thing, or null if there is none yet
   */
  public @Nullable T get(@Nullable Object key) {
    return things.get(identity(key));
  }

  /**
   * Makes the thing of a key.
   *
   * @param key see {@link #get}
   * @param shown how the key is shown
   * @return the new thing, the one that another thread has made meanwhile, or null if there is no
   *     room
   */
  public @Nullable T add(@Nullable Object key, Function<@Nullable Object, String> shown) {
    if (!hasRoom()) {
      return null;
    }
    T fresh = make.apply(shown.apply(key));
    T kept = put(identity(key), fresh);
    if (kept == fresh) {
      startTicking();
    }
    return kept;
  }

  private synchronized boolean hasRoom() {
    if (things.size() >= most) {
      sweep();
    }
    return things.size() < most;
  }

  private synchronized @Nullable T put(Object identity, T fresh) {
    T known = things.get(identity);
    if (known != null) {
      return known;
    }
    if (things.size() >= most) {
      return null;
    }
    things.put(identity, fresh);
    return fresh;
  }

  /** Not under this object's monitor: the ticker sweeps while it holds its own. */
  private void startTicking() {
    synchronized (this) {
      if (ticking) {
        return;
      }
      ticking = true;
    }
    Ticker.every(PERIOD, tick);
  }

  private synchronized void sweep() {
    long now = Time.nanoTime();
    long since = now - swept;
    // Negative when the clock was replaced by one that is behind.
    if (since >= 0 && since < SHORTEST) {
      return;
    }
    swept = now;
    int before = things.size();
    things.values().removeIf(idle);
    evicted += before - things.size();
  }

  /**
   * Lists what there is.
   *
   * @return a copy; holds whatever {@link #add} returned before
   */
  public synchronized List<T> all() {
    return new ArrayList<>(things.values());
  }

  /**
   * Counts what there is.
   *
   * @return how many keys have a thing
   */
  public int size() {
    return things.size();
  }

  /**
   * Counts what has been removed.
   *
   * @return how many things have made room
   */
  public long evicted() {
    return evicted;
  }

  private static Object identity(@Nullable Object key) {
    if (key == null) {
      return NULL;
    }
    boolean isValue =
        key instanceof String
            || key instanceof Enum
            || key instanceof UUID
            || key instanceof Character
            || key instanceof Boolean
            || (key instanceof Number number && isValue(number));
    if (isValue) {
      return key;
    }
    return key.getClass().isArray() ? Arrays.deepToString(new Object[] {key}) : String.valueOf(key);
  }

  /** Others may change, as counters do, or be equal to nothing but themselves. */
  private static boolean isValue(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof Double
        || number instanceof Float
        || number instanceof BigInteger
        || number instanceof BigDecimal;
  }
}
