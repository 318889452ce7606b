package dev.mulligan.conformance;

import dev.mulligan.runtime.spi.ContextCarrier;

/** What an application keeps in a thread-local. */
public final class TestContext implements ContextCarrier {
  private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "none");

  static String get() {
    return CURRENT.get();
  }

  static void set(String value) {
    CURRENT.set(value);
  }

  @Override
  public Captured capture() {
    String captured = CURRENT.get();
    return () -> {
      String before = CURRENT.get();
      CURRENT.set(captured);
      return () -> CURRENT.set(before);
    };
  }
}
