package dev.mulligan.conformance.campaign;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agent whose {@code premain} starts threads that load classes, and returns at once; and the
 * program that waits for them, and calls what is annotated.
 */
public final class Crowd {
  private static final int THREADS = 8;
  private static final int GENERATED = 200;
  private static final List<Thread> CROWD = new ArrayList<>();
  private static final AtomicInteger LOADED = new AtomicInteger();

  /** Of many corners of the JDK: boot and platform loader. */
  private static final String[] JDK = {
    "java.util.logging.Logger",
    "java.nio.file.Files",
    "java.net.http.HttpClient",
    "java.sql.Date",
    "javax.management.MBeanServer",
    "javax.xml.parsers.SAXParser",
    "java.util.concurrent.Phaser",
    "java.util.regex.Pattern",
    "java.time.ZonedDateTime",
    "java.text.SimpleDateFormat",
    "java.util.stream.Collectors",
    "java.security.KeyStore",
    "javax.crypto.Cipher",
    "java.util.concurrent.ForkJoinPool",
    "java.lang.invoke.StringConcatFactory",
    "java.util.zip.ZipFile",
    "java.util.ServiceLoader",
    "javax.net.ssl.SSLContext",
    "java.math.BigDecimal",
    "java.util.concurrent.ConcurrentSkipListMap",
    "java.util.concurrent.CompletableFuture",
    "java.sql.Timestamp",
    "javax.script.ScriptException",
    "java.util.prefs.Preferences",
    "javax.sql.DataSource",
    "java.util.WeakHashMap"
  };

  private Crowd() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param arguments none
   */
  public static void premain(String arguments) {
    for (int thread = 0; thread < THREADS; thread++) {
      int from = thread;
      // Not a lambda: what it needs would be loaded by this thread, before the others run.
      Thread loading =
          new Thread("crowd-" + from) {
            @Override
            public void run() {
              load(from);
            }
          };
      CROWD.add(loading);
      loading.start();
    }
  }

  private static void load(int from) {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    try {
      for (int i = 0; i < GENERATED; i++) {
        // Pairs of threads meet at the same classes.
        int one = (i + from / 2 * GENERATED / THREADS * 2) % GENERATED;
        Class.forName("Generated" + one, true, loader);
        Class.forName(JDK[(i + from) % JDK.length], true, loader);
        LOADED.incrementAndGet();
      }
    } catch (Throwable e) {
      e.printStackTrace();
    }
  }

  /**
   * Waits, and says how many were loaded and how many calls had a second attempt.
   *
   * @param arguments none
   * @throws Exception if a thread was interrupted or a class is missing
   */
  public static void main(String[] arguments) throws Exception {
    for (Thread loading : CROWD) {
      loading.join();
    }
    int guarded = 0;
    for (int i = 0; i < GENERATED; i += 10) {
      guarded += isGuarded(Class.forName("Generated" + i)) ? 1 : 0;
    }
    System.out.println("loaded " + LOADED + " guarded " + guarded);
  }

  /** The first attempt of each object fails; the second one returns. */
  private static boolean isGuarded(Class<?> type) throws ReflectiveOperationException {
    Object target = type.getDeclaredConstructor().newInstance();
    try {
      return type.getMethod("call").invoke(target).equals(2);
    } catch (InvocationTargetException notWoven) {
      return false;
    }
  }
}
