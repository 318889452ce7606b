package dev.mulligan.store.kafka;

import dev.mulligan.runtime.time.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records on a thread of its own: sending may block, and an interrupt would end the
 * producer. What was written is told by the tail, when it has read it. Thread-safe.
 */
final class Outbox {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Tail tail;
  private final Function<Settings, Producer<String, String>> producers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> Threads.daemon("mulligan-kafka-outbox", task));
  private @Nullable Producer<String, String> producer;
  private volatile boolean broken;

  Outbox(Tail tail, Function<Settings, Producer<String, String>> producers) {
    this.tail = tail;
    this.producers = producers;
  }

  /** Makes a producer of Kafka's own. */
  static Producer<String, String> kafka(Settings settings) {
    return new KafkaProducer<>(settings.producer(), new StringSerializer(), new StringSerializer());
  }

  /**
   * Writes a record.
   *
   * @param key its key
   * @param value its text
   * @return what it has come to; cancelling it keeps it from being sent, if it was not yet
   */
  CompletableFuture<Outcome> write(Key key, String value) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    tail.expect(key.ticket(), outcome);
    send(key.toString(), value, outcome);
    return outcome;
  }

  /**
   * Lets compaction remove a record.
   *
   * @param key its key
   * @return completed when all brokers know
   */
  CompletableFuture<Void> erase(String key) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    send(key, null, acknowledged);
    return acknowledged;
  }

  private void send(String key, @Nullable String value, CompletableFuture<?> told) {
    var unused =
        tail.ready()
            .thenAcceptAsync(settings -> sendNow(settings, key, value, told), thread)
            .exceptionally(
                closed -> {
                  told.completeExceptionally(closed);
                  return null;
                });
  }

  private void sendNow(
      Settings settings, String key, @Nullable String value, CompletableFuture<?> told) {
    if (told.isDone()) {
      // Whoever asked has given up, and has been told that it failed.
      return;
    }
    try {
      producer(settings)
          .send(
              new ProducerRecord<>(settings.topic(), 0, key, value),
              (where, failure) -> sent(value, told, failure));
    } catch (RuntimeException e) {
      fail(told, e);
    }
  }

  private void sent(
      @Nullable String value, CompletableFuture<?> told, @Nullable Exception failure) {
    if (failure != null) {
      fail(told, failure);
    } else if (value == null) {
      // Nobody waits for what an erasure comes to.
      told.complete(null);
    }
  }

  private void fail(CompletableFuture<?> told, Exception failure) {
    if (!(failure instanceof RetriableException) && !(failure instanceof RecordTooLargeException)) {
      // Some failures are for ever, and a new producer forgets them.
      broken = true;
    }
    told.completeExceptionally(new IOException("the brokers did not take it: " + failure, failure));
  }

  private Producer<String, String> producer(Settings settings) {
    if (broken) {
      broken = false;
      drop();
    }
    Producer<String, String> present = producer;
    if (present == null) {
      // Kafka finds its own classes by name through this loader.
      Thread.currentThread().setContextClassLoader(Outbox.class.getClassLoader());
      present = producers.apply(settings);
      producer = present;
    }
    return present;
  }

  private void drop() {
    Producer<String, String> present = producer;
    producer = null;
    if (present != null) {
      present.close(FAREWELL);
    }
  }

  /** Ends the thread, once what was begun is sent; once only. */
  CompletableFuture<Void> close() {
    CompletableFuture<Void> ended = CompletableFuture.runAsync(this::drop, thread);
    thread.shutdown();
    return ended;
  }
}
