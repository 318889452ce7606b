package dev.mulligan.conformance;

import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Methods of every kind; final, so that no wrapper is made of it. */
final class WovenSubject {
  static int calls;

  String callPrivate(Script script) throws Exception {
    return hidden(script);
  }

  @Retry(delay = "0ms")
  private String hidden(Script script) throws Exception {
    return script.run();
  }

  @Retry(delay = "0ms")
  static String statically(Script script) throws Exception {
    return script.run();
  }

  @Retry(delay = "0ms")
  final String finally_(Script script) throws Exception {
    return script.run();
  }

  @Retry(delay = "1ms")
  synchronized long synchronizedly(Script script, long a, double b) throws Exception {
    script.run();
    assertLocked();
    return a + (long) b;
  }

  @Retry(delay = "1ms")
  static synchronized void synchronizedStatically(Script script) throws Exception {
    if (!Thread.holdsLock(WovenSubject.class)) {
      throw new AssertionError("the monitor is not held");
    }
    script.run();
  }

  private void assertLocked() {
    if (!Thread.holdsLock(this)) {
      throw new AssertionError("the monitor is not held");
    }
  }

  @Retry(delay = "0ms")
  <T extends Comparable<T>> List<T> generically(Script script, T value) throws Exception {
    script.run();
    return List.of(value);
  }

  @Retry(delay = "0ms")
  int count(Script script, String... values) throws Exception {
    script.run();
    return values.length;
  }

  @Retry(delay = "0ms")
  double reassigns(Script script, double value, String text) throws Exception {
    value = value * 2;
    text = text + text;
    script.run();
    return value + text.length();
  }

  @Retry(delay = "0ms")
  void throwsFromTryAndFinally(Script script, List<String> log) throws Exception {
    try {
      script.run();
    } catch (IOException e) {
      log.add("catch");
      throw e;
    } finally {
      log.add("finally");
    }
  }

  @Retry(name = "disputed", maxAttempts = 2, delay = "0ms")
  String first(Script script) throws Exception {
    return script.run();
  }

  @Retry(name = "disputed", maxAttempts = 3, delay = "0ms")
  String second(Script script) throws Exception {
    return script.run();
  }

  @Retry(maxAttempts = 0)
  int impossible() {
    return ++calls;
  }

  @Retry
  Future<String> later() {
    calls++;
    return CompletableFuture.failedFuture(new IOException());
  }
}
