package dev.mulligan.store.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A purge some of whose erasures do not reach the brokers. */
@ExtendWith(SharedBroker.class)
class ErasureTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int HOST = 1;
  private static final int JOINED = 2;
  private static final int ALONE = 3;
  private static Broker broker;

  private final String topic = Broker.freshTopic();
  private volatile Predicate<String> failing = key -> false;
  private KafkaStore store;

  @BeforeAll
  static void useBroker(Broker shared) {
    broker = shared;
  }

  @BeforeEach
  void keepLetters() throws Exception {
    store = new KafkaStore(topic, broker.client(), this::producer);
    store.append(Samples.letter(HOST, "same"), LIMIT);
    store.append(Samples.letter(JOINED, "same"), LIMIT);
    store.append(Samples.letter(ALONE, ""), LIMIT);
    long token = store.claim(Samples.id(HOST), "me", LIMIT).orElseThrow().status().token();
    store.settle(Samples.id(HOST), token, Settlement.REPLAYED);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  /** Whose erasures may fail, as when it takes too long until brokers have them. */
  private Producer<String, String> producer(Settings settings) {
    return new KafkaProducer<>(
        settings.producer(), new StringSerializer(), new StringSerializer()) {
      @Override
      public Future<RecordMetadata> send(ProducerRecord<String, String> one, Callback callback) {
        if (one.value() == null && failing.test(one.key())) {
          TimeoutException late = new TimeoutException("120000 ms has passed since batch creation");
          callback.onCompletion(null, late);
          return CompletableFuture.failedFuture(late);
        }
        return super.send(one, callback);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {HOST, JOINED, ALONE})
  void whatIsNotErasedBringsNoLetterBack(int number) throws Exception {
    failing = key -> key.startsWith(Samples.id(number));

    assertThat(store.purge(LetterFilter.all())).isEqualTo(2);

    Index later = compacted();
    assertThat(later.list(LetterFilter.all(), null, 10)).isEmpty();
    assertThat(later.stats()).isEqualTo(store.stats());
  }

  @ParameterizedTest
  @ValueSource(ints = {HOST, JOINED, ALONE})
  void whatIsNotErasedIsErasedTheNextTime(int number) throws Exception {
    failing = key -> key.startsWith(Samples.id(number));
    store.purge(LetterFilter.all());

    failing = key -> false;
    store.purge(LetterFilter.all());

    assertThat(wasteLeft()).isEmpty();
    assertThat(compacted().stats()).isEqualTo(store.stats());
  }

  @Test
  void whatOneStoreHasNotErasedAnotherOneErases() throws Exception {
    failing = key -> key.startsWith(Samples.id(HOST));
    store.purge(LetterFilter.all());

    try (KafkaStore another = new KafkaStore(topic, broker.client())) {
      another.purge(LetterFilter.all());
    }

    assertThat(wasteLeft()).isEmpty();
  }

  @Test
  void changesOfALetterThatIsErasedAreErasedTheNextTime() throws Exception {
    String host = broker.records(topic).get(0).key();
    failing = key -> key.startsWith(Samples.id(HOST)) && !key.equals(host);
    store.purge(LetterFilter.all());
    assertThat(wasteLeft()).doesNotContain(host).anyMatch(key -> key.startsWith(Samples.id(HOST)));

    failing = key -> false;
    store.purge(LetterFilter.all());

    assertThat(wasteLeft()).isEmpty();
  }

  private Log log() {
    Log log = new Log();
    broker.records(topic).forEach(one -> log.append(one.key(), one.value()));
    return log;
  }

  /** What a reader finds once compaction has come to the end. */
  private Index compacted() {
    Log log = log();
    return log.read(log.size(), log.size(), false);
  }

  /** Which keys are left, of what neither counts nor remembers. */
  private List<String> wasteLeft() {
    return log().left().stream()
        .filter(line -> !Objects.requireNonNull(line.value()).startsWith("REMOVE "))
        .map(Log.Line::key)
        .filter(key -> !key.startsWith(Key.COUNTERS))
        .toList();
  }
}
