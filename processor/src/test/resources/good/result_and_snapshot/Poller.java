package com.acme;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Retry;
import java.util.List;
import java.util.function.Predicate;

public class Poller {
  @Retry(onResult = Empty.class, jitter = Jitter.NONE, onTypes = {FailureType.NETWORK, FailureType.SYSTEM})
  @DeadLetter(snapshot = true, queue = "polls \"quoted\"")
  public List<String> poll(List<String> topics) {
    return topics;
  }

  @DeadLetter(snapshot = false)
  public void done(Object[] all) {}

  public static class Empty implements Predicate<List<?>> {
    @Override
    public boolean test(List<?> result) {
      return result.isEmpty();
    }
  }
}
