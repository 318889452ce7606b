package dev.mulligan.store.kafka;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.time.Deadline;
import dev.mulligan.runtime.time.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads single records by their offsets, on a thread of its own. Thread-safe. */
final class Bodies {
  private static final Duration STEP = Duration.ofMillis(200);
  private static final int FETCH = 256 << 10;

  /** Up to so many records are read and thrown away rather than to jump over them. */
  private static final int NEAR = 100;

  private final Tail tail;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> Threads.daemon("mulligan-kafka-bodies", task));
  private @Nullable Consumer<String, String> consumer;

  Bodies(Tail tail) {
    this.tail = tail;
  }

  /**
   * Reads letters.
   *
   * @param views which, and what became of them
   * @return the letters, in the same order; those that have been removed meanwhile are left out
   */
  CompletableFuture<List<Letter>> letters(List<View> views) {
    TreeSet<Long> offsets = new TreeSet<>();
    views.forEach(view -> offsets.addAll(List.of(view.first(), view.last())));
    return read(offsets)
        .thenApply(
            records -> {
              List<Letter> letters = new ArrayList<>(views.size());
              views.forEach(view -> add(view, records, letters));
              return letters;
            });
  }

  private static void add(
      View view, Map<Long, ConsumerRecord<String, String>> records, List<Letter> letters) {
    ConsumerRecord<String, String> first = records.get(view.first());
    ConsumerRecord<String, String> last = records.get(view.last());
    if (first == null || last == null) {
      return;
    }
    Letter letter = LetterJson.read(first.value());
    Letter whole = first == last ? letter : letter.joined(LetterJson.read(last.value()));
    letters.add(whole.with(view.status()));
  }

  /** Reads records; those that are there no more are left out. */
  CompletableFuture<Map<Long, ConsumerRecord<String, String>>> read(Collection<Long> offsets) {
    CompletableFuture<Map<Long, ConsumerRecord<String, String>>> answer = new CompletableFuture<>();
    if (offsets.isEmpty()) {
      answer.complete(Map.of());
      return answer;
    }
    var unused =
        tail.ready()
            .thenAcceptAsync(settings -> readNow(settings, new TreeSet<>(offsets), answer), thread)
            .exceptionally(
                closed -> {
                  answer.completeExceptionally(closed);
                  return null;
                });
    return answer;
  }

  private void readNow(
      Settings settings,
      TreeSet<Long> wanted,
      CompletableFuture<Map<Long, ConsumerRecord<String, String>>> answer) {
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(find(settings, wanted));
    } catch (IOException | RuntimeException e) {
      drop();
      answer.completeExceptionally(e);
    }
  }

  private Map<Long, ConsumerRecord<String, String>> find(Settings settings, TreeSet<Long> wanted)
      throws IOException {
    TopicPartition partition = new TopicPartition(settings.topic(), 0);
    Consumer<String, String> reading = consumer(settings, partition);
    Map<Long, ConsumerRecord<String, String>> found = new HashMap<>();
    Deadline deadline = Deadline.in(settings.patience());
    long position = Long.MIN_VALUE;
    while (!wanted.isEmpty()) {
      long next = wanted.first();
      if (next - position > NEAR || position == Long.MIN_VALUE) {
        reading.seek(partition, next);
      }
      for (ConsumerRecord<String, String> one : reading.poll(STEP).records(partition)) {
        if (wanted.contains(one.offset())) {
          found.put(one.offset(), one);
        }
      }
      long before = position;
      position = reading.position(partition);
      // What was passed over and not found has been removed by compaction.
      wanted.headSet(position).clear();
      if (position != before) {
        deadline = Deadline.in(settings.patience());
      } else if (deadline.millisLeft() == 0) {
        throw new IOException(
            "no answer from the brokers within " + Durations.format(settings.patience()));
      }
    }
    return found;
  }

  private Consumer<String, String> consumer(Settings settings, TopicPartition partition) {
    Consumer<String, String> present = consumer;
    if (present == null) {
      // Kafka finds its own classes by name through this loader.
      Thread.currentThread().setContextClassLoader(Bodies.class.getClassLoader());
      Map<String, Object> properties = settings.consumer();
      properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
      // The next request would wait behind a fetch that waits for records to come.
      properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 0);
      present = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
      present.assign(List.of(partition));
      consumer = present;
    }
    return present;
  }

  private void drop() {
    Consumer<String, String> present = consumer;
    consumer = null;
    if (present != null) {
      present.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  /** Ends the thread, once what was begun is read; once only. */
  CompletableFuture<Void> close() {
    CompletableFuture<Void> ended = CompletableFuture.runAsync(this::drop, thread);
    thread.shutdown();
    return ended;
  }
}
