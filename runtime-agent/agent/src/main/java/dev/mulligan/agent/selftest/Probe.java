package dev.mulligan.agent.selftest;

import dev.mulligan.annotations.Timeout;
import java.util.concurrent.Callable;

/**
 * A class like those of an application. It has a timeout because that shows without a failure,
 * which listeners would hear of: a guarded body runs on another thread than its caller.
 */
public final class Probe implements Callable<Thread> {
  /** Makes a probe. */
  public Probe() {}

  @Override
  @Timeout("30s")
  public Thread call() {
    return Thread.currentThread();
  }
}
