package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand letters that nobody of good will has written: what cannot be read is refused in the
 * one way, no class that they name is loaded, and no reading takes unbounded work.
 */
class HostileLettersTest {
  private static final long SEED = 20_300_101;
  private static final int LETTERS = 10_000;

  /** What reading may allocate: quadratic work on these texts would need far more. */
  private static final long MOST_BYTES = 64L << 20;

  private final Random random = new Random(SEED);
  private final Nasty nasty = new Nasty(random);

  @Test
  void lettersAreReadOrRefused() {
    int read = 0;
    for (int i = 0; i < LETTERS; i++) {
      String json = nasty.letter();
      long before = allocated();
      try {
        LetterJson.write(LetterJson.read(json));
        read++;
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).isNotNull();
      } catch (Throwable other) {
        fail("letter " + i + " of seed " + SEED, other);
      }
      assertThat(allocated() - before).as("letter " + i).isLessThan(MOST_BYTES);
    }
    assertThat(read).as("some are letters after all").isBetween(100, LETTERS - 1_000);
  }

  @Test
  void argumentsAreReadOrRefused() throws Exception {
    RecordingLoader loader = new RecordingLoader();
    Method[] methods = loader.loadClass(Targets.class.getName()).getDeclaredMethods();
    Arrays.sort(methods, java.util.Comparator.comparing(Method::getName));
    ArgumentReader reader = new ArgumentReader(new Json());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    int read = 0;
    try {
      for (int i = 0; i < LETTERS; i++) {
        Type type = methods[random.nextInt(methods.length)].getGenericParameterTypes()[0];
        read += isRead(reader, nasty.value(4), type, i) ? 1 : 0;
      }
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(read).as("some fit after all").isBetween(100, LETTERS - 1_000);
    assertThat(loader.asked).doesNotContainAnyElementsOf(Nasty.CLASSES);
  }

  private boolean isRead(ArgumentReader reader, String json, Type type, int number) {
    long before = allocated();
    try {
      reader.read(
          Letters.of("Shop#pay", "Shop", List.of(new LetterArgument("a", nasty.text(), json, ""))),
          List.of(new Parameter("a", type, false)));
      return true;
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("argument a does not fit");
      return false;
    } catch (Throwable other) {
      return fail("argument " + number + " of seed " + SEED + " as " + type, other);
    } finally {
      assertThat(allocated() - before).as("argument " + number).isLessThan(MOST_BYTES);
    }
  }

  private static long allocated() {
    try {
      // By name, because the module of the runtime does not read those of the JDK.
      Object threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      return (long)
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getThreadAllocatedBytes", long.class)
              .invoke(threads, Thread.currentThread().getId());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Knows which classes it was asked for. */
  private static final class RecordingLoader extends URLClassLoader {
    final Set<String> asked = ConcurrentHashMap.newKeySet();

    RecordingLoader() {
      super(
          new URL[] {HostileLettersTest.class.getProtectionDomain().getCodeSource().getLocation()},
          HostileLettersTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      if (name.startsWith(HostileLettersTest.class.getName() + "$")) {
        synchronized (getClassLoadingLock(name)) {
          Class<?> known = findLoadedClass(name);
          return known == null ? findClass(name) : known;
        }
      }
      return super.loadClass(name, resolve);
    }
  }

  /** What letters may have to fit. */
  @SuppressWarnings("unused")
  interface Targets {
    void number(long value);

    void small(byte value);

    void real(double value);

    void whole(BigInteger value);

    void decimal(BigDecimal value);

    void text(String value);

    void character(char value);

    void bytes(byte[] value);

    void any(Object value);

    void texts(List<String> value);

    void map(Map<String, Object> value);

    void byNumber(Map<Integer, List<Long>> value);

    void instant(Instant value);

    void uri(java.net.URI value);

    void type(Class<?> value);

    void order(Order value);

    void shape(Shape value);

    void colour(Colour value);

    void node(Node value);
  }

  enum Colour {
    RED
  }

  record Order(String name, int amount, Shape shape, List<Order> parts, Object any) {}

  sealed interface Shape permits Dot {}

  record Dot(int size) implements Shape {}

  static final class Node {
    public Node next;
    public Object value;

    public void setFailing(String text) {
      throw new IllegalStateException(text);
    }
  }
}
