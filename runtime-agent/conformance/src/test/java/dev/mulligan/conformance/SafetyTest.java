package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.guard.Observed;
import dev.mulligan.runtime.guard.Shutdown;
import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If Mulligan itself breaks, the method runs as it is written, and its outcome is the caller's:
 * whatever is thrown at whatever point.
 */
@ExtendWith(QuietLog.class)
class SafetyTest extends ConformanceTest {
  static final Map<String, Supplier<? extends Throwable>> THROWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("runtime exception", IllegalStateException::new),
              Map.entry("null pointer", NullPointerException::new),
              Map.entry("cast", ClassCastException::new),
              Map.entry("security", SecurityException::new),
              Map.entry("unsupported", UnsupportedOperationException::new),
              Map.entry("checked", IOException::new),
              Map.entry("checked by time", TimeoutException::new),
              Map.entry("interrupted", InterruptedException::new),
              Map.entry("reflective", ReflectiveOperationException::new),
              Map.entry("error", () -> new Error("own")),
              Map.entry("assertion", () -> new AssertionError("own")),
              Map.entry("input and output", () -> new IOError(new IOException())),
              Map.entry("memory", () -> new OutOfMemoryError("not really")),
              Map.entry("stack", StackOverflowError::new),
              Map.entry("linkage", LinkageError::new),
              Map.entry("no class", () -> new NoClassDefFoundError("own")),
              Map.entry("no method", () -> new NoSuchMethodError("own")),
              Map.entry("initializer", () -> new ExceptionInInitializerError(new IOException())),
              Map.entry("end of thread", EndOfThread::new),
              Map.entry("mute", Mute::new)));

  private final SafetySubject subject = Engine.guarded(SafetySubject.class);
  private final List<String> broken = new ArrayList<>();

  @BeforeAll
  static void changeTheRuntime() {
    SafetyFaults.install();
  }

  @BeforeEach
  void keepLettersInMemory() {
    Observed.keepLettersIn(new SafetyStore());
  }

  @AfterEach
  void keepLettersAsBefore() {
    SafetyFaults.disarm();
    Observed.keepLettersIn(null);
    Shutdown.reset();
  }

  /** Calls a method of the subject. */
  @FunctionalInterface
  private interface Subject {
    String call(String key, Script script) throws Throwable;
  }

  private Map<String, Subject> methods() {
    return Map.of(
        "inline", subject::inline,
        "checked", subject::checked,
        "answered", subject::answered,
        "timed", subject::timed,
        "later", this::later);
  }

  private String later(String key, Script script) throws Throwable {
    try {
      return subject.later(key, script).get(5, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | CompletionException outer) {
      throw outer.getCause();
    }
  }

  static Stream<String> points() {
    return SafetyFaults.POINTS.values().stream().flatMap(List::stream).sorted();
  }

  @Test
  void theTableIsLargeEnough() {
    assertThat(points()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
    assertThat(THROWN).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("points")
  void aFaultLeavesTheMethodItsOwnOutcome(String point) {
    // Where both engines are at work, one that breaks leaves the call to the other.
    boolean both = System.getProperty("conformance.engine", "wrapper").equals("both");
    boolean early = isEarly(point) && !both;
    THROWN.forEach(
        (name, fault) ->
            new TreeSet<>(methods().keySet())
                .forEach(
                    method -> {
                      Subject called = methods().get(method);
                      String where = point + " throws " + name + " in " + method;
                      succeeds(where, called, point, fault);
                      fails(where, called, point, fault, early);
                    }));
    assertThat(broken).isEmpty();
  }

  private static boolean isEarly(String point) {
    return SafetyFaults.POINTS.get("way in").contains(point)
        || SafetyFaults.POINTS.get("first judgement").contains(point);
  }

  private void succeeds(
      String where, Subject called, String point, Supplier<? extends Throwable> fault) {
    Script script = Script.succeeding();
    SafetyFaults.arm(point, fault);
    String[] result = new String[1];
    Throwable thrown = catchThrowable(() -> result[0] = called.call("key", script));
    SafetyFaults.disarm();
    Thread.interrupted();
    check(where + ", succeeding: " + thrown, thrown == null && "call 1".equals(result[0]));
    check(where + ", succeeding: ran " + script.calls(), script.calls() == 1);
    isWellAgain(where + ", succeeding", called);
  }

  private void fails(
      String where,
      Subject called,
      String point,
      Supplier<? extends Throwable> fault,
      boolean early) {
    Script script = Script.alwaysFailing(call -> new IOException("own " + call));
    SafetyFaults.arm(point, fault);
    String[] result = new String[1];
    Throwable thrown = catchThrowable(() -> result[0] = called.call("key", script));
    boolean struck = SafetyFaults.disarm();
    Thread.interrupted();
    int calls = script.calls();
    int most = early && struck ? 1 : 3;
    check(where + ", failing: ran " + calls, calls >= 1 && calls <= most);
    boolean own = calls > 0 && thrown == script.thrown(calls);
    check(where + ", failing: " + thrown, own || "instead".equals(result[0]));
    isWellAgain(where + ", failing", called);
  }

  /** Nothing was leaked: there is one place, and the next call gets it. */
  private void isWellAgain(String where, Subject called) {
    // The budget of retries grows with time alone.
    time.advance(Duration.ofSeconds(1));
    Script next = Script.initiallyFailing(1, call -> new IOException("once"));
    String[] result = new String[1];
    Throwable thrown = catchThrowable(() -> result[0] = called.call("key", next));
    Thread.interrupted();
    check(where + ", and after it: " + thrown + result[0], "call 2".equals(result[0]));
  }

  @ParameterizedTest
  @MethodSource("points")
  void aProbeIsNeverLeaked(String point) {
    THROWN.forEach(
        (name, fault) -> {
          var unused =
              catchThrowable(
                  () -> subject.probed("key", Script.alwaysFailing(c -> new IOException())));
          time.advance(Duration.ofSeconds(1));
          SafetyFaults.arm(point, fault);
          Throwable thrown = catchThrowable(() -> subject.probed("key", Script.succeeding()));
          SafetyFaults.disarm();
          Thread.interrupted();
          check(point + " throws " + name + ": " + thrown, thrown == null);
          BreakerState state = stateOf("safety-probe");
          Throwable next = catchThrowable(() -> subject.probed("key", Script.succeeding()));
          check(point + " throws " + name + ", then " + state + ": " + next, next == null);
        });
    assertThat(broken).isEmpty();
  }

  private void check(String what, boolean holds) {
    if (!holds) {
      broken.add(what);
    }
  }

  /** Like ThreadDeath, which later JDKs want to be rid of. */
  private static final class EndOfThread extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Says nothing, not even its name. */
  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public String toString() {
      throw new AssertionError("no text");
    }
  }
}
