package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.util.concurrent.Callable;

/** Loaded many times. */
public class SafetyLinked implements Callable<String> {
  @Override
  @Retry(budget = "20%")
  @CircuitBreaker
  @DeadLetter(queue = "safety")
  public String call() {
    return "called";
  }
}
