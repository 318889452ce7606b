package dev.mulligan.store.kafka;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the records of letters that were removed, so that compaction gives their space back.
 *
 * <p>A process may die in the middle, and compaction may have come to any place: the rest must
 * still say the same. So the counters are told first, for what they counted is erased. Of a letter,
 * those go first that were joined, or they would become letters of their own; then the letter
 * itself; last its changes, or it would look free at times when it was claimed, and would have
 * taken in calls that became letters of their own. Its removal is the very last. Who finds what
 * another one has left erases it too.
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
    return tail.ask(Index::removed)
        .thenCompose(
            removed ->
                removed.isEmpty() ? done() : tellCounters().thenCompose(told -> erase(removed)))
        .thenCompose(erased -> tail.ask(Index::staleCounters))
        .thenCompose(this::eraseAll)
        .exceptionally(
            failure -> {
              LOG.warn("Removed letters are not erased yet: {}", failure.toString());
              return null;
            });
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
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

  private CompletableFuture<Void> erase(List<Removed> removed) {
    List<Long> offsets =
        removed.stream().flatMapToLong(one -> LongStream.of(one.letters())).boxed().toList();
    return bodies
        .read(offsets)
        .thenCompose(records -> eraseAll(inOrder(removed, offset -> keyOf(records.get(offset)))));
  }

  private static @Nullable String keyOf(@Nullable ConsumerRecord<String, String> one) {
    return one == null ? null : one.key();
  }

  /**
   * Lists what is to be erased.
   *
   * @param removed the letters
   * @param keyAt finds the key of a record by its offset; null if it is there no more
   * @return the keys, in the order of their erasure
   */
  static List<String> inOrder(List<Removed> removed, Function<Long, @Nullable String> keyAt) {
    Stream<String> letters =
        removed.stream()
            .flatMapToLong(one -> LongStream.of(one.letters()))
            .boxed()
            .map(keyAt)
            .filter(Objects::nonNull);
    Stream<String> themselves = removed.stream().map(one -> one.key().toString());
    Stream<String> changes =
        removed.stream()
            .flatMap(
                one ->
                    LongStream.of(one.changes())
                        .mapToObj(ticket -> new Key(one.key().id(), ticket).toString()));
    return Stream.of(letters, themselves, changes).flatMap(keys -> keys).toList();
  }

  private CompletableFuture<Void> eraseAll(List<String> keys) {
    return CompletableFuture.allOf(
        keys.stream().map(outbox::erase).toArray(CompletableFuture[]::new));
  }
}
