package dev.mulligan.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What the body of a guarded method does, call by call, and what it saw. */
public final class Script {
  private final int failures;
  private final IntFunction<? extends Throwable> failure;
  private final List<Throwable> thrown = new ArrayList<>();
  private Runnable before = () -> {};
  private int calls;

  private Script(int failures, IntFunction<? extends Throwable> failure) {
    this.failures = failures;
    this.failure = failure;
  }

  static Script succeeding() {
    return new Script(0, call -> new AssertionError());
  }

  static Script initiallyFailing(int times, IntFunction<? extends Throwable> failure) {
    return new Script(times, failure);
  }

  static Script alwaysFailing(IntFunction<? extends Throwable> failure) {
    return new Script(Integer.MAX_VALUE, failure);
  }

  /** Adds what every call does first, for example let time pass. */
  Script doing(Runnable action) {
    before = action;
    return this;
  }

  String run() throws Exception {
    calls++;
    before.run();
    if (calls <= failures) {
      Throwable next = failure.apply(calls);
      thrown.add(next);
      if (next instanceof Error error) {
        throw error;
      }
      throw (Exception) next;
    }
    return "call " + calls;
  }

  int calls() {
    return calls;
  }

  /** The exception of a call, 1 for the first. */
  Throwable thrown(int call) {
    return thrown.get(call - 1);
  }
}
