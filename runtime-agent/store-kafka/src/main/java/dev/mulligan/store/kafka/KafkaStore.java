package dev.mulligan.store.kafka;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.Waits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters in a topic of Apache Kafka. Thread-safe; several processes may share a topic.
 *
 * <p>The topic has one partition, in whose order all processes decide alike: of two claims on a
 * letter the first record holds. It is compacted, and created so if it is missing; one that deletes
 * by age or size is refused. Each process reads it from the beginning when the store is made, and
 * remembers of each letter what filters ask for, half a kilobyte; the text stays in the topic. Who
 * reads sees all that was acknowledged before, by whichever process.
 *
 * <p><b>What is promised.</b> An acknowledged letter is on all in-sync replicas ({@code acks=all}):
 * it outlives any crash of this process, and that of brokers as far as the topic's replication
 * factor and its {@code min.insync.replicas} go. Kafka acknowledges before it forces to disk: a
 * topic with a single replica may lose the last seconds if its machine loses power. Whether a lease
 * is over is judged by the clock of whoever claims: clocks that differ by more than a lease let a
 * letter be claimed twice, but never settled twice. A letter knows the last 256 calls again that it
 * has taken in.
 *
 * <p>The clients live on threads of the store, so that an interrupt harms none of them; it does not
 * cut a wait short, and the thread's flag stays set. Letters of more than 64 MiB of JSON are
 * refused.
 */
public final class KafkaStore implements DeadLetterStore {
  /** How many letters are looked at together. */
  private static final int CHUNK = 200;

  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(KafkaStore.class);

  private final Tail tail;
  private final Outbox outbox;
  private final Bodies bodies;
  private final Cleaner cleaner;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Duration patience = Settings.DEFAULT_PATIENCE;

  /**
   * Uses the topic that the configuration names: {@code mulligan.store.kafka.bootstrap} (the
   * brokers), {@code .topic} (default {@code mulligan-letters}), {@code .replication} of a topic
   * that is created (default: the brokers' own), {@code .timeout} of a request (default 10s) and
   * {@code .properties}, a file of properties for Kafka's clients, such as those for TLS. What is
   * wrong with them is said by the methods; they are read again until they are right.
   */
  public KafkaStore() {
    this(Settings::configured, Outbox::kafka);
  }

  /**
   * Uses a topic.
   *
   * @param topic its name
   * @param client properties of Kafka's clients; {@code bootstrap.servers} at least. What the
   *     store's promise rests on, such as {@code acks}, is set by the store
   */
  public KafkaStore(String topic, Map<?, ?> client) {
    this(topic, client, Outbox::kafka);
  }

  KafkaStore(
      String topic, Map<?, ?> client, Function<Settings, Producer<String, String>> producers) {
    this(fixed(Settings.of(topic, client)), producers);
  }

  private KafkaStore(Tail.Source source, Function<Settings, Producer<String, String>> producers) {
    this.tail = new Tail(source);
    this.outbox = new Outbox(tail, producers);
    this.bodies = new Bodies(tail);
    this.cleaner = new Cleaner(tail, outbox, bodies);
    var unused = tail.ready().thenAccept(settings -> patience = settings.patience());
    tail.start();
  }

  private static Tail.Source fixed(Settings settings) {
    return () -> settings;
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    String json = json(letter);
    CompletableFuture<Outcome> written = outbox.write(Key.fresh(letter.id()), json);
    return await(
        written.thenCompose(
            outcome ->
                outcome.holds()
                    ? CompletableFuture.completedFuture(letter)
                    : whole(outcome.letter()).thenApply(kept -> kept.orElse(letter))),
        written,
        limit);
  }

  /** What cannot be read back must not be acknowledged. */
  private static String json(Letter letter) throws IOException {
    String json = LetterJson.write(letter);
    if (json.getBytes(StandardCharsets.UTF_8).length > Settings.LONGEST) {
      throw new IOException("the letter is longer than " + Settings.LONGEST + " bytes");
    }
    try {
      LetterJson.read(json);
    } catch (IllegalArgumentException e) {
      throw new IOException("the letter could not be read back: " + e.getMessage(), e);
    }
    return json;
  }

  private CompletableFuture<Optional<Letter>> whole(@Nullable View view) {
    return view == null
        ? CompletableFuture.completedFuture(Optional.empty())
        : bodies.letters(List.of(view)).thenApply(letters -> letters.stream().findFirst());
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    return await(tail.ask(index -> view(index, id, entry -> true)).thenCompose(this::whole));
  }

  private static @Nullable View view(Index index, String id, Predicate<Entry> condition) {
    Entry entry = index.find(id);
    return entry != null && condition.test(entry) ? entry.view() : null;
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    List<Letter> letters = new ArrayList<>();
    String last = after;
    while (letters.size() < limit) {
      // Only the letters themselves tell whether they mention a text.
      int size = filter.text() == null ? Math.min(CHUNK, limit - letters.size()) : CHUNK;
      List<View> chunk = chunk(filter, last, size);
      await(bodies.letters(chunk)).stream()
          .filter(filter::matches)
          .limit(limit - (long) letters.size())
          .forEach(letters::add);
      if (chunk.size() < size) {
        break;
      }
      last = chunk.get(size - 1).id();
    }
    return letters;
  }

  private List<View> chunk(LetterFilter filter, @Nullable String after, int size)
      throws IOException {
    return await(tail.ask(index -> index.list(filter, after, size)));
  }

  @Override
  public LetterStats stats() throws IOException {
    return await(tail.ask(Index::stats));
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    Instant now = Time.now();
    Outcome claimed =
        changeIf(
            id,
            entry -> entry.status().isFree(now),
            view -> new Change.Claim(view.status().token() + 1, now, now.plus(lease), owner));
    return claimed.holds() ? await(whole(claimed.letter())) : Optional.empty();
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    Instant until = Time.now().plus(lease);
    return changeIf(
            id, entry -> entry.status().isHeldWith(token), view -> new Change.Renew(token, until))
        .holds();
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    return changeIf(
            id, entry -> entry.status().isHeldWith(token), view -> new Change.Settle(token, how))
        .holds();
  }

  @Override
  public boolean discard(String id) throws IOException {
    Instant now = Time.now();
    return changeIf(id, entry -> entry.status().isFree(now), view -> new Change.Discard(now))
        .holds();
  }

  /** Writes no record that cannot hold; whether one does is only known when it is read again. */
  private Outcome changeIf(String id, Predicate<Entry> condition, Function<View, Change> change)
      throws IOException {
    View view =
        await(tail.ask(index -> Optional.ofNullable(view(index, id, condition)))).orElse(null);
    return view == null
        ? new Outcome(false, null, 0, 0)
        : await(outbox.write(Key.fresh(id), change.apply(view).text()));
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    Instant now = Time.now();
    long removed = 0;
    String last = null;
    List<View> chunk;
    do {
      chunk = chunk(filter, last, CHUNK);
      List<String> ids = doomed(filter, chunk);
      removed += remove(ids, now);
      last = chunk.isEmpty() ? null : chunk.get(chunk.size() - 1).id();
    } while (chunk.size() == CHUNK);
    await(cleaner.clean());
    return removed;
  }

  /** Removes letters, but those in which more has been joined meanwhile. */
  private long remove(List<String> ids, Instant now) throws IOException {
    Map<String, Change.Remove> removals =
        await(
            tail.ask(
                index -> {
                  Map<String, Change.Remove> found = new LinkedHashMap<>();
                  ids.forEach(id -> found.computeIfAbsent(id, one -> index.removal(one, now)));
                  return found;
                }));
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>(removals.size());
    removals.forEach((id, change) -> outcomes.add(outbox.write(Key.fresh(id), change.text())));
    long removed = 0;
    for (CompletableFuture<Outcome> outcome : outcomes) {
      removed += await(outcome).holds() ? 1 : 0;
    }
    return removed;
  }

  private List<String> doomed(LetterFilter filter, List<View> chunk) throws IOException {
    Instant now = Time.now();
    List<View> free = chunk.stream().filter(view -> !view.status().isLeased(now)).toList();
    return filter.text() == null
        ? free.stream().map(View::id).toList()
        : await(bodies.letters(free)).stream().filter(filter::matches).map(Letter::id).toList();
  }

  private <T> T await(CompletableFuture<T> answer) throws IOException {
    return await(answer, answer, patience);
  }

  /** Waits; what is not there in time is called off, as far as it can be. */
  private <T> T await(CompletableFuture<T> answer, CompletableFuture<?> cause, Duration limit)
      throws IOException {
    try {
      return Waits.get(answer, limit);
    } catch (TimeoutException e) {
      cause.cancel(false);
      Throwable problem = tail.problem();
      throw new IOException(
          "no answer from the brokers within "
              + Durations.format(limit)
              + (problem == null ? "" : ": " + problem),
          problem);
    } catch (ExecutionException e) {
      Throwable why = Objects.requireNonNullElse(e.getCause(), e);
      throw new IOException(why.getMessage(), why);
    }
  }

  /** Waits two seconds at most for what is under way; brokers that are away end it later. */
  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    CompletableFuture<Void> ended =
        CompletableFuture.allOf(tail.close(), outbox.close(), bodies.close());
    try {
      Void unused = Waits.get(ended, FAREWELL);
    } catch (TimeoutException late) {
      LOG.debug("The threads of the store end later", late);
    } catch (ExecutionException e) {
      throw new IOException("the store did not close well", e.getCause());
    }
  }
}
