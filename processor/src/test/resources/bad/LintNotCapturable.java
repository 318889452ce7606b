// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

public class LintNotCapturable {
  @DeadLetter
  public void store(Connection connection, String row) {}

  @DeadLetter
  public void call(Runnable task, Consumer<String> done) {}

  @DeadLetter
  public void on(ExecutorService executor, Class<?> type) {}

  @DeadLetter
  public void fine(String text, List<Long> numbers, int[] more, Object any) {}

  @Retry
  public void checkOnly(Connection connection) {}
}
