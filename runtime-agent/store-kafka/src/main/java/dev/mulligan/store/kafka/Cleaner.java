package dev.mulligan.store.kafka;

import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the records of letters that were removed, so that compaction gives their space back.
 *
 * <p>A process may die in the middle, an erasure may fail, and compaction may have come to any
 * place: the rest must still say the same. So what says nothing goes first: a removal that did not
 * hold would hold without its letter. Then the counters are told, for what they counted is erased.
 * Of a letter, records go first that say again what was known, or they would be the first to say
 * it; next those that were joined, or they would become letters of their own; then the letter
 * itself; last its changes, or it would look free at times when it was claimed, and would have
 * taken in calls that became letters of their own. The change that removed it stays, and with it
 * the memory that it was there, until another change says that it is not needed; of these two it
 * goes first. Each step begins when the brokers have acknowledged all of the one before. Who finds
 * what another one has left erases it too.
 */
final class Cleaner {
  private static final Logger LOG = LoggerFactory.getLogger(Cleaner.class);

  private final Tail tail;
  private final Outbox outbox;
  private final Bodies bodies;

  Cleaner(Tail tail, Outbox outbox, Bodies bodies) {
    this.tail = tail;
    this.outbox = outbox;
    this.bodies = bodies;
  }

  /**
   * Erases all that can be erased. What goes wrong is logged, and done the next time.
   *
   * @return completed when it has ended
   */
  CompletableFuture<Void> clean() {
    Instant now = Time.now();
    return tail.ask(index -> index.overdue(now))
        .thenCompose(this::forget)
        .thenCompose(told -> tail.ask(Index::waste))
        .thenCompose(this::erase)
        .thenCompose(erased -> tail.ask(Index::orphans))
        .thenCompose(this::eraseAll)
        .thenCompose(erased -> tail.ask(Index::staleCounters))
        .thenCompose(this::eraseAll)
        .exceptionally(
            failure -> {
              LOG.warn("Removed letters are not erased yet: {}", failure.toString());
              return null;
            });
  }

  private CompletableFuture<Void> forget(List<Key> removals) {
    return CompletableFuture.allOf(
        removals.stream()
            .map(key -> outbox.write(Key.fresh(key.id()), new Change.Forget(key.ticket()).text()))
            .toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> erase(Waste waste) {
    return eraseAll(waste.orphans())
        .thenCompose(erased -> eraseLetters(waste.removed()))
        .thenCompose(erased -> eraseAll(waste.forgotten()));
  }

  private CompletableFuture<Outcome> tellCounters() {
    Key mark = Key.fresh(Key.COUNTERS);
    return outbox
        .write(mark, new Change.Mark().text())
        .thenCompose(
            marked -> {
              Change totals = new Change.Totals(mark.ticket(), marked.joined(), marked.removed());
              return outbox.write(Key.fresh(Key.COUNTERS), totals.text());
            });
  }

  /** Erases letters; their changes are orphans then. */
  private CompletableFuture<Void> eraseLetters(List<Removed> removed) {
    if (removed.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return tellCounters()
        .thenCompose(told -> eraseAt(removed, Removed::again))
        .thenCompose(erased -> eraseAt(removed, Removed::joined))
        .thenCompose(erased -> eraseAll(themselves(removed)));
  }

  private CompletableFuture<Void> eraseAt(
      List<Removed> removed, Function<Removed, long[]> offsetsOf) {
    List<Long> offsets = offsets(removed, offsetsOf);
    return bodies
        .read(offsets)
        .thenCompose(
            records ->
                eraseAll(
                    offsets.stream()
                        .map(records::get)
                        .filter(Objects::nonNull)
                        .map(ConsumerRecord::key)
                        .toList()));
  }

  /** Lists the offsets of one kind of all of them. */
  static List<Long> offsets(List<Removed> removed, Function<Removed, long[]> offsetsOf) {
    return removed.stream()
        .flatMapToLong(one -> LongStream.of(offsetsOf.apply(one)))
        .boxed()
        .toList();
  }

  /** Lists the keys of the letters themselves. */
  static List<String> themselves(List<Removed> removed) {
    return removed.stream().map(one -> one.key().toString()).toList();
  }

  private CompletableFuture<Void> eraseAll(List<String> keys) {
    return CompletableFuture.allOf(
        keys.stream().map(outbox::erase).toArray(CompletableFuture[]::new));
  }
}
