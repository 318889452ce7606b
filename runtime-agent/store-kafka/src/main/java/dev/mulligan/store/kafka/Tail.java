package dev.mulligan.store.kafka;

import dev.mulligan.runtime.time.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads the topic from its beginning on and for ever, on a thread of its own, which alone touches
 * the index. Questions are answered when it has read what was there when they were asked.
 * Thread-safe.
 */
final class Tail {
  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final Source source;
  private final Thread thread = Threads.daemon("mulligan-kafka-tail", this::run);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Queue<Question<?>> asked = new ConcurrentLinkedQueue<>();
  private final Set<Question<?>> waiting = new LinkedHashSet<>();
  private final Map<Long, CompletableFuture<Outcome>> expected = new ConcurrentHashMap<>();
  private final CompletableFuture<Settings> ready = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private Index index = new Index();
  private volatile @Nullable Consumer<String, String> consumer;
  private volatile @Nullable Admin asking;
  private volatile @Nullable Throwable problem;

  /** Gives the settings; asked again as long as they are wrong. */
  @FunctionalInterface
  interface Source {
    Settings get() throws IOException;
  }

  /** What somebody wants to know. */
  private static final class Question<T> {
    final Function<Index, T> question;
    final CompletableFuture<T> answer = new CompletableFuture<>();

    /** The offset up to which must be read first. */
    volatile long end = UNKNOWN;

    Question(Function<Index, T> question) {
      this.question = question;
    }

    void answer(Index index) {
      try {
        answer.complete(question.apply(index));
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    }
  }

  Tail(Source source) {
    this.source = source;
  }

  void start() {
    thread.start();
  }

  /** Completed once the topic is there. */
  CompletableFuture<Settings> ready() {
    return ready;
  }

  /** Tells why it does not read, if it does not. */
  @Nullable Throwable problem() {
    return problem;
  }

  /** Asks something of the index, once everything is read that is in the topic by now. */
  <T> CompletableFuture<T> ask(Function<Index, T> question) {
    Question<T> asking = new Question<>(question);
    asked.add(asking);
    wake();
    if (isClosing()) {
      failAll();
    }
    return asking.answer;
  }

  /** Waits for a record that is about to be written. */
  void expect(long ticket, CompletableFuture<Outcome> outcome) {
    expected.put(ticket, outcome);
    outcome.whenComplete((told, failure) -> expected.remove(ticket));
    if (isClosing()) {
      failAll();
    }
  }

  /** Ends the thread. */
  CompletableFuture<Void> close() {
    closing.countDown();
    wake();
    Admin present = asking;
    if (present != null) {
      // What it has asked for and not got fails at once.
      present.close(Duration.ZERO);
    }
    return ended;
  }

  private void wake() {
    Consumer<String, String> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    // Kafka finds its own classes by name through this loader.
    Thread.currentThread().setContextClassLoader(Tail.class.getClassLoader());
    try {
      while (!isClosing()) {
        readUntilFailure();
      }
    } finally {
      failAll();
      ended.complete(null);
    }
  }

  private void readUntilFailure() {
    try {
      Settings settings = source.get();
      try (Admin admin = Admin.create(settings.administrator())) {
        asking = admin;
        Topic.prepare(admin, settings);
        read(admin, settings);
      }
    } catch (IOException | RuntimeException e) {
      if (!isClosing()) {
        // A topic that was just created is not known everywhere.
        boolean soon = e.getCause() instanceof UnknownTopicOrPartitionException;
        Throwable before = problem;
        boolean known = before != null && before.toString().equals(e.toString());
        LOG.atLevel(soon || known ? Level.DEBUG : Level.WARN)
            .log("Cannot read the topic of dead letters, and tries again: {}", e.toString());
        problem = e;
        pause(soon ? SOON : LATER);
      }
    }
  }

  private void pause(Duration time) {
    try {
      boolean unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody does, it goes on.
      LOG.debug("Interrupted", e);
    }
  }

  private void read(Admin admin, Settings settings) {
    TopicPartition partition = new TopicPartition(settings.topic(), 0);
    KafkaConsumer<String, String> reading =
        new KafkaConsumer<>(
            settings.consumer(), new StringDeserializer(), new StringDeserializer());
    try {
      consumer = reading;
      reading.assign(List.of(partition));
      reading.seekToBeginning(List.of(partition));
      index = new Index();
      waiting.forEach(question -> question.end = UNKNOWN);
      asked.addAll(waiting);
      waiting.clear();
      ready.complete(settings);
      while (!isClosing()) {
        step(admin, reading, partition);
      }
    } finally {
      consumer = null;
      // A consumer without a group has nobody to take leave of.
      reading.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  private void step(Admin admin, Consumer<String, String> reading, TopicPartition partition) {
    try {
      findEnd(admin, partition);
      answer(reading, partition);
      for (ConsumerRecord<String, String> one : reading.poll(IDLE).records(partition)) {
        take(one);
      }
    } catch (WakeupException e) {
      LOG.trace("Woken up");
    } catch (RetriableException e) {
      problem = e;
      LOG.debug("No answer from the brokers", e);
    }
  }

  /**
   * Finds the end as it is for questions that were asked before. Not by the consumer: what it asks
   * would wait behind its own fetch, which waits for records.
   */
  private void findEnd(Admin admin, TopicPartition partition) {
    List<Question<?>> fresh = new ArrayList<>();
    for (Question<?> next = asked.poll(); next != null; next = asked.poll()) {
      if (!next.answer.isDone()) {
        fresh.add(next);
      }
    }
    waiting.removeIf(question -> question.answer.isDone());
    if (fresh.isEmpty()) {
      return;
    }
    waiting.addAll(fresh);
    admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                fresh.forEach(question -> question.end = found.offset());
                problem = null;
                wake();
              } else {
                problem = failure;
                // Whoever asked has a limit of his own; until then it is tried again.
                asked.addAll(fresh);
              }
            });
  }

  private void answer(Consumer<String, String> reading, TopicPartition partition) {
    if (!waiting.isEmpty()) {
      long position = reading.position(partition);
      waiting.stream()
          .filter(question -> question.end <= position)
          .forEach(question -> question.answer(index));
      waiting.removeIf(question -> question.answer.isDone());
    }
  }

  private void take(ConsumerRecord<String, String> one) {
    Outcome outcome = index.apply(one.offset(), one.key(), one.value());
    if (one.value() != null && !expected.isEmpty()) {
      tell(one.key(), outcome);
    }
  }

  private void tell(String key, Outcome outcome) {
    try {
      CompletableFuture<Outcome> teller = expected.get(Key.parse(key).ticket());
      if (teller != null) {
        teller.complete(outcome);
      }
    } catch (IllegalArgumentException foreign) {
      LOG.trace("Not a record of ours: {}", key);
    }
  }

  private void failAll() {
    IOException closed = new IOException("the store is closed");
    ready.completeExceptionally(closed);
    for (Question<?> next = asked.poll(); next != null; next = asked.poll()) {
      next.answer.completeExceptionally(closed);
    }
    if (Thread.currentThread() == thread) {
      waiting.forEach(question -> question.answer.completeExceptionally(closed));
    }
    expected.values().forEach(outcome -> outcome.completeExceptionally(closed));
  }
}
