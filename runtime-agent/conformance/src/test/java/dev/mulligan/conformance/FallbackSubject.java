package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

/** Methods that another one answers for in the end. */
class FallbackSubject {
  int answers;

  @Retry(maxAttempts = 2, delay = "0ms")
  @Fallback("cached")
  public String text(Script script) throws Exception {
    return script.run();
  }

  private String cached(Script script, Throwable failure) {
    answers++;
    return "instead of " + failure.getMessage();
  }

  @Fallback("minusOne")
  public int number(Script script) throws Exception {
    script.run();
    return 1;
  }

  int minusOne(Script script) {
    return -1;
  }

  @Fallback("noted")
  public void nothing(Script script) throws Exception {
    script.run();
  }

  void noted(Script script) {
    answers++;
  }

  @CircuitBreaker(name = "fallen", consecutiveFailures = 1)
  @Fallback("cached")
  public String behindBreaker(Script script) throws Exception {
    return script.run();
  }

  @Fallback("worse")
  public String failsTwice(Script script) throws Exception {
    return script.run();
  }

  String worse(Script script) {
    throw new IllegalStateException("worse");
  }

  @Fallback("forIo")
  public String ioOnly(Script script) throws Exception {
    return script.run();
  }

  String forIo(Script script, IOException failure) {
    return "io";
  }

  @DeadLetter(queue = "answered")
  @Fallback("anyway")
  public String kept(String text) throws IOException {
    throw new IOException(text);
  }

  String anyway(String text) {
    return "kept " + text;
  }
}
