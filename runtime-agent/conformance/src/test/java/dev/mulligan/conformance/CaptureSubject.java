package dev.mulligan.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/** Methods whose lost calls hold more than their arguments. */
class CaptureSubject {
  static int attempts;
  static Object lastSeen;
  static boolean broken;

  /** Named otherwise than in Java. */
  record Amount(@JsonProperty("amount_in_cents") long cents) {}

  /** One field is a secret. */
  record Card(String owner, @Redact String number) {}

  @Retry(maxAttempts = 3, delay = "0ms")
  @CircuitBreaker(name = "captured", window = "1000 calls", minimumCalls = 1000)
  @DeadLetter(queue = "poison")
  public void buy(String text) {
    attempts++;
    if (text.startsWith("bad")) {
      throw new IllegalStateException("cannot buy");
    }
  }

  @DeadLetter(queue = "keyed")
  public void keyed(@Key String tenant, int number) throws IOException {
    throw new IOException("no " + tenant);
  }

  @Retry(maxAttempts = 2, delay = "0ms")
  @DeadLetter(queue = "origins")
  public CompletionStage<String> later(String text, Executor elsewhere) {
    return CompletableFuture.supplyAsync(
        () -> {
          throw new IllegalStateException(text + MDC.get("token"));
        },
        elsewhere);
  }

  @DeadLetter(queue = "named")
  public void named(Amount amount) throws IOException {
    lastSeen = amount;
    fail();
  }

  @DeadLetter(queue = "sealed")
  public void pay(String user, @Redact String pin, Card card) throws IOException {
    lastSeen = user + " " + pin + " " + card.number();
    fail();
  }

  private static void fail() throws IOException {
    if (broken) {
      throw new IOException("broken");
    }
  }
}
