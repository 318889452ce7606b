package dev.mulligan.conformance;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;

/** An interface whose methods have policies, for whoever implements them. */
interface Stored<T extends Comparable<T>> {
  @Retry(maxAttempts = 4, delay = "0ms")
  String store(T item, Script script) throws Exception;

  @DeadLetter(queue = "inherited")
  String keep(@Key T item) throws Exception;
}
