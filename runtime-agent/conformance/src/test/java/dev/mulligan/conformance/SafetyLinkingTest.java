package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.Mulligan;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method can be linked, and runs, whatever breaks when its guard is made or made anew. */
@ExtendWith(QuietLog.class)
class SafetyLinkingTest extends ConformanceTest {
  private static final String KEY = "mulligan.SafetyLinked.call.deadLetter.queue";

  private final List<String> broken = new ArrayList<>();

  @BeforeAll
  static void changeTheRuntime() {
    SafetyFaults.install();
  }

  @AfterEach
  void asBefore() {
    SafetyFaults.disarm();
    Mulligan.configure(KEY, null);
    Mulligan.configure("mulligan.off", null);
  }

  static List<String> points() {
    return SafetyFaults.LINKING;
  }

  /** Loads the classes anew each time, so that each time they are linked. */
  private static final class Fresh extends ClassLoader {
    Fresh() {
      super(SafetyLinkingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.endsWith("SafetyLinked")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = SafetyLinkingTest.class.getClassLoader().getResourceAsStream(file)) {
        byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static Callable<?> guarded() throws ReflectiveOperationException {
    boolean agent = System.getProperty("conformance.engine", "wrapper").equals("agent");
    String name = "dev.mulligan.conformance." + (agent ? "" : "Resilient") + "SafetyLinked";
    Constructor<?> constructor = new Fresh().loadClass(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Callable<?>) constructor.newInstance();
  }

  @ParameterizedTest
  @MethodSource("points")
  void aFaultOfTheGuardsMakingLeavesTheMethodAsItIs(String point) {
    SafetyTest.THROWN.forEach(
        (name, fault) -> {
          SafetyFaults.arm(point, fault);
          Object result;
          try {
            result = guarded().call();
          } catch (Throwable thrown) {
            result = thrown;
          }
          SafetyFaults.disarm();
          if (!"called".equals(result)) {
            broken.add(point + " throws " + name + ": " + result);
          }
        });
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("points")
  void aFaultWhileConfigurationChangesLeavesTheGuardAtWork(String point) throws Exception {
    Callable<?> guarded = guarded();
    assertThat(guarded.call()).isEqualTo("called");
    SafetyTest.THROWN.forEach(
        (name, fault) -> {
          SafetyFaults.arm(point, fault);
          Object result;
          try {
            Mulligan.configure(KEY, name);
            Mulligan.switches().off("policy:SafetyLinked.call");
          } catch (Throwable toTheOperator) {
            // Who changes a value is told; the calls are not.
          }
          SafetyFaults.disarm();
          Mulligan.configure("mulligan.off", null);
          try {
            result = guarded.call();
          } catch (Throwable thrown) {
            result = thrown;
          }
          if (!"called".equals(result)) {
            broken.add(point + " throws " + name + ": " + result);
          }
        });
    assertThat(broken).isEmpty();
  }
}
