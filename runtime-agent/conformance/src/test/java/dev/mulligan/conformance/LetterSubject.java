package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.WhenOpen;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Methods whose lost calls are kept. */
class LetterSubject {
  static boolean broken;
  static Object lastSeen;

  /** An argument with structure. */
  record Order(String tenant, List<Integer> amounts) {}

  @Retry(maxAttempts = 2, delay = "0ms")
  @DeadLetter(queue = "orders")
  public String order(@Key(path = "tenant") Order order, Map<String, Long> notes)
      throws IOException {
    lastSeen = List.of(order, notes);
    if (broken) {
      throw new IOException("no " + order.tenant());
    }
    return order.tenant();
  }

  @DeadLetter(queue = "secrets")
  public void login(String user, @Redact String code) throws IOException {
    throw new IOException("refused " + code);
  }

  @DeadLetter(queue = "streams")
  public void upload(InputStream in) throws IOException {
    throw new IOException("full");
  }

  @DeadLetter(queue = "changed")
  public void change(List<String> list) throws IOException {
    list.clear();
    throw new IOException();
  }

  @DeadLetter(queue = "copied", snapshot = true)
  public void changeAfterSnapshot(List<String> list) throws IOException {
    list.clear();
    throw new IOException();
  }

  @CircuitBreaker(name = "rejecting", consecutiveFailures = 1)
  @DeadLetter(queue = "rejected")
  public void rejecting(String text) throws IOException {
    throw new IOException(text);
  }

  @CircuitBreaker(name = "keeping", consecutiveFailures = 1)
  @DeadLetter(queue = "kept", whenOpen = WhenOpen.KEEP)
  public void keeping(String text) throws IOException {
    throw new IOException(text);
  }

  @Retry(maxAttempts = 2, onResult = RetrySubject.IsEven.class, delay = "0ms")
  @DeadLetter(queue = "unwanted")
  public int unwanted(int number) {
    return number;
  }

  @DeadLetter(queue = "errors")
  public void error(String text) {
    throw new AssertionError(text);
  }

  @DeadLetter(queue = "mute", id = "stable-id")
  public void mute(String text) {
    throw new MuteException();
  }

  /** An exception that cannot tell what happened. */
  static final class MuteException extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("mute");
    }
  }
}
